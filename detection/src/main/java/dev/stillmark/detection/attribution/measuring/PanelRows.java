package dev.stillmark.detection.attribution.measuring;

import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.Suspect;
import dev.stillmark.detection.attribution.TeacherGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The models that are measured, by row: the panel's in its order, then the suspects that are not of
 * the panel.
 */
final class PanelRows {

  static final int NONE = -1;

  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> rowOf = new HashMap<>();
  private final List<TeacherGroup> teachers;
  private final int panel;
  private final int[] family;
  private final int families;
  private final int[] teacher;
  private final int[] references;

  PanelRows(ReferencePanel panel, List<Suspect> suspects) {
    this.panel = panel.models().size();
    teachers = panel.teachers();
    List<String> familyNames = new ArrayList<>();
    panel.models().forEach(model -> add(model.name(), model.family(), familyNames));
    for (Suspect suspect : suspects) {
      Integer row = rowOf.get(suspect.name());
      if (row == null || row >= this.panel) {
        add(suspect.name(), suspect.family(), familyNames);
      }
    }
    Map<String, Integer> indices = new HashMap<>();
    familyNames.forEach(name -> indices.putIfAbsent(name, indices.size()));
    family = familyNames.stream().mapToInt(indices::get).toArray();
    families = indices.size();
    teacher = teacherOfRows();
    references = IntStream.range(0, count()).filter(this::isReference).toArray();
  }

  private void add(String name, String familyName, List<String> familyNames) {
    if (rowOf.putIfAbsent(name, names.size()) != null) {
      throw new IllegalArgumentException(
          "a model must be named once but '%s' is not".formatted(name));
    }
    names.add(name);
    familyNames.add(familyName);
  }

  private int[] teacherOfRows() {
    int[] teacherOf = new int[names.size()];
    Arrays.fill(teacherOf, NONE);
    for (int i = 0; i < teachers.size(); i++) {
      for (String reference : teachers.get(i).references()) {
        Integer row = rowOf.get(reference);
        if (row == null || row >= panel || teacherOf[row] != NONE) {
          throw new IllegalArgumentException(
              "a reference must be a panel model and stand for one teacher but '%s' of '%s' is not"
                  .formatted(reference, teachers.get(i).name()));
        }
        teacherOf[row] = i;
      }
    }
    return teacherOf;
  }

  List<String> names() {
    return List.copyOf(names);
  }

  int row(String name) {
    Integer row = rowOf.get(name);
    if (row == null) {
      throw new IllegalArgumentException(
          "a model must be of the panel or a suspect but '%s' is neither".formatted(name));
    }
    return row;
  }

  int count() {
    return names.size();
  }

  /** How many rows are the panel's; they come first. */
  int panel() {
    return panel;
  }

  int families() {
    return families;
  }

  int family(int row) {
    return family[row];
  }

  int teachers() {
    return teachers.size();
  }

  String teacherName(int index) {
    return teachers.get(index).name();
  }

  int teacherIndex(String name) {
    for (int i = 0; i < teachers.size(); i++) {
      if (teachers.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "a teacher must be of the panel but '%s' is not".formatted(name));
  }

  /** The teacher whose reference the model is, or {@link #NONE}. */
  int teacher(int row) {
    return teacher[row];
  }

  boolean isReference(int row) {
    return teacher[row] != NONE;
  }

  /** The rows of all references, ascending. */
  int[] references() {
    return references;
  }

  /** How many references each teacher has. */
  int[] referencesOfTeachers() {
    return teachers.stream().mapToInt(teacher -> teacher.references().size()).toArray();
  }
}
