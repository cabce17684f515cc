package dev.stillmark.files;

import dev.stillmark.detection.attribution.TeacherGroup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads the file of teachers: {@code teacher_group}, {@code vendor}, {@code first_available} and
 * {@code reference_models}, which are parted by semicolons.
 */
final class TeacherGroupFile {

  private static final List<String> COLUMNS =
      List.of("teacher_group", "vendor", "first_available", "reference_models");

  private final List<TeacherGroup> teachers = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> references = new HashSet<>();

  private TeacherGroupFile() {}

  /** In the order of the rows; throws {@link InputFault} where the file names no teacher. */
  static List<TeacherGroup> read(Path file, Consumer<InputFault> faults) {
    TeacherGroupFile reading = new TeacherGroupFile();
    CsvFile.read(file, COLUMNS, Set.of(), faults, reading::add);
    if (reading.teachers.isEmpty()) {
      throw new InputFault(file, null, null, "must name at least one teacher");
    }
    return List.copyOf(reading.teachers);
  }

  private void add(CsvRow row) {
    TeacherGroup teacher =
        new TeacherGroup(
            row.required("teacher_group"),
            row.required("vendor"),
            row.month("first_available"),
            referencesOf(row));
    if (teacher.references().stream().anyMatch(references::contains)) {
      throw row.fault("reference_models", "must name no model of another teacher");
    }
    if (!names.add(teacher.name())) {
      throw row.fault("teacher_group", "must not stand twice; its first row is kept");
    }
    references.addAll(teacher.references());
    teachers.add(teacher);
  }

  private static List<String> referencesOf(CsvRow row) {
    List<String> models =
        Stream.of(row.required("reference_models").split(";"))
            .map(String::strip)
            .filter(model -> !model.isEmpty())
            .distinct()
            .toList();
    if (models.isEmpty()) {
      throw row.fault("reference_models", "must name at least one model");
    }
    return models;
  }
}
