package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.attribution.Provenance;
import dev.stillmark.detection.stats.ErrorRate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Whether the teachers that score highest are those that taught, over documented students. */
final class TopTeachers {

  private final Panelists panelists;
  private final double[][] scores;
  private final int[] students;

  TopTeachers(PairTable table) {
    panelists = table.panelists();
    scores = table.figures();
    students =
        IntStream.range(0, panelists.count())
            .filter(model -> panelists.model(model).provenance() == Provenance.DOCUMENTED)
            .filter(this::hasTeacher)
            .toArray();
  }

  private boolean hasTeacher(int model) {
    return IntStream.range(0, panelists.teachers().count()).anyMatch(t -> taught(model, t));
  }

  private boolean taught(int model, int teacher) {
    return switch (panelists.exposure(model, teacher)) {
      case TAUGHT, TAUGHT_IN_PART -> true;
      case NOT_TAUGHT, VENDOR_CLEAN, UNKNOWN -> false;
    };
  }

  /** Students with a teacher that taught them among the highest, of the teachers with a label. */
  Optional<ErrorRate> amongFirst(int count) {
    return rate(student ->
        ranked(student).stream()
            .filter(teacher -> panelists.exposure(student, teacher) != Exposure.UNKNOWN)
            .limit(count)
            .anyMatch(teacher -> taught(student, teacher)));
  }

  /** Students whose highest teacher, with a label or without, is of a vendor that taught them. */
  Optional<ErrorRate> vendorFirst() {
    return rate(student ->
        ranked(student).stream()
            .limit(1)
            .flatMap(first -> IntStream.of(panelists.teachers().sameVendor(first)).boxed())
            .anyMatch(teacher -> taught(student, teacher)));
  }

  private List<Integer> ranked(int student) {
    return IntStream.range(0, scores[student].length)
        .filter(teacher -> !Double.isNaN(scores[student][teacher]))
        .boxed()
        .sorted(Comparator.comparingDouble(teacher -> -scores[student][teacher]))
        .toList();
  }

  private Optional<ErrorRate> rate(Predicate<Integer> isHit) {
    return PairTable.rate(IntStream.of(students).boxed().filter(isHit).count(), students.length);
  }
}
