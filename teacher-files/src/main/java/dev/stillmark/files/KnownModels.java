package dev.stillmark.files;

import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.Suspect;
import dev.stillmark.detection.attribution.TeacherGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What lineage, label and teacher files say of models, before it is known whose answers there are.
 */
public final class KnownModels {

  private final Map<String, Lineage> lineage;
  private final Map<String, Map<String, Exposure>> exposures;
  private final List<TeacherGroup> teachers;

  private KnownModels(
      Map<String, Lineage> lineage,
      Map<String, Map<String, Exposure>> exposures,
      List<TeacherGroup> teachers) {
    this.lineage = lineage;
    this.exposures = exposures;
    this.teachers = teachers;
  }

  /**
   * Reads the files; a row that cannot be read goes to {@code faults}. Throws {@link InputFault}
   * where a file cannot be used at all.
   */
  public static KnownModels read(
      List<Path> lineage, Path labels, Path teachers, Consumer<InputFault> faults) {
    return new KnownModels(
        LineageFile.read(lineage, faults),
        ExposureFile.read(labels, faults),
        TeacherGroupFile.read(teachers, faults));
  }

  /** In the order of their file. */
  public List<TeacherGroup> teachers() {
    return teachers;
  }

  public boolean hasLineage(String model) {
    return lineage.containsKey(model);
  }

  public boolean hasLabels(String model) {
    return exposures.containsKey(model);
  }

  /** Teachers that labels speak of and the file of teachers does not. */
  public Set<String> unknownTeachers() {
    Set<String> named =
        exposures.values().stream()
            .flatMap(byTeacher -> byTeacher.keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    teachers.forEach(teacher -> named.remove(teacher.name()));
    return named;
  }

  public Suspect suspect(String model) {
    Lineage known = lineageOf(model);
    return new Suspect(model, known.family(), known.firstSeen());
  }

  public PanelModel panelModel(String model) {
    Lineage known = lineageOf(model);
    return new PanelModel(
        model,
        known.family(),
        known.firstSeen(),
        known.provenance(),
        known.derivedFrom(),
        exposures.getOrDefault(model, Map.of()));
  }

  private Lineage lineageOf(String model) {
    return lineage.getOrDefault(model, Lineage.unknown(model));
  }
}
