package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.Measurements;
import dev.stillmark.detection.attribution.Suspect;
import dev.stillmark.detection.attribution.TeacherGroup;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what stands against a claim, what stands against a score first. */
final class Absences {

  /** The least that error rates were measured with. */
  private static final int LEAST_PROMPTS = 25;

  private final Measurements measurements;
  private final TeacherColumns teachers;
  private final Map<String, Integer> rowOf;

  Absences(Measurements measurements, TeacherColumns teachers) {
    this.measurements = measurements;
    this.teachers = teachers;
    rowOf = Panelists.rows(measurements);
  }

  Optional<Absence> of(Suspect suspect, int teacher, PanelScores scores) {
    return ofSuspect(suspect)
        .or(() -> ofTeacher(suspect, teacher, scores))
        .or(() ->
            Optional.of(Absence.OLDER_THAN_TEACHER)
                .filter(_ -> isOlder(suspect, teachers.teacher(teacher))));
  }

  static boolean isOlder(Suspect suspect, TeacherGroup teacher) {
    return suspect
        .firstSeen()
        .filter(seen -> seen.isBefore(teacher.firstAvailable().atDay(1)))
        .isPresent();
  }

  /** What stands against every score of a suspect on shared prompts. */
  Optional<Absence> ofSuspect(Suspect suspect) {
    Integer row = rowOf.get(suspect.name());
    if (row == null) {
      return Optional.of(Absence.NO_ANSWERS);
    }
    if (measurements.answered()[row] < LEAST_PROMPTS) {
      return Optional.of(Absence.TOO_FEW_PROMPTS);
    }
    return Panelists.isComplete(measurements, row)
        ? Optional.empty()
        : Optional.of(Absence.PARTIAL_ANSWERS);
  }

  private Optional<Absence> ofTeacher(Suspect suspect, int teacher, PanelScores scores) {
    TeacherGroup group = teachers.teacher(teacher);
    if (group.references().stream().allMatch(suspect.name()::equals)) {
      return Optional.of(Absence.ONLY_REFERENCE);
    }
    if (mostAnswers(group, suspect.name()) < LEAST_PROMPTS) {
      return Optional.of(Absence.TOO_FEW_TEACHER_ANSWERS);
    }
    return scores.cleanModels(teacher) < PanelScores.LEAST_MODELS
        ? Optional.of(Absence.TOO_FEW_CLEAN_MODELS)
        : Optional.empty();
  }

  private int mostAnswers(TeacherGroup teacher, String suspect) {
    return teacher.references().stream()
        .filter(reference -> !reference.equals(suspect))
        .flatMap(reference -> Stream.ofNullable(rowOf.get(reference)))
        .mapToInt(row -> measurements.answered()[row])
        .max()
        .orElse(0);
  }
}
