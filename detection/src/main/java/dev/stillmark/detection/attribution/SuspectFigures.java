package dev.stillmark.detection.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every figure of one suspect by teacher, from a panel without its families.
 *
 * @param fused NaN where there is an absence
 * @param familyPanels empty where there is an absence
 * @param ranks over the teachers without an absence, in the order of their columns; empty if none
 */
record SuspectFigures(
    Map<BehaviourSignal, double[]> z,
    double[] fused,
    double[] promptFree,
    List<Optional<Absence>> absences,
    List<Optional<FamilyPanel>> familyPanels,
    Optional<VendorRanks> ranks) {

  static SuspectFigures of(
      PanelScores scores, CentredRow row, List<Optional<Absence>> foreseen, double alpha) {
    Map<BehaviourSignal, double[]> z = scores.z(row);
    double[] fused = BehaviourScore.FUSED.of(z, row.own());
    List<Optional<Absence>> absences = new ArrayList<>();
    List<Optional<FamilyPanel>> panels = new ArrayList<>();
    for (int teacher = 0; teacher < fused.length; teacher++) {
      Optional<Absence> noScore =
          Double.isNaN(fused[teacher]) ? Optional.of(Absence.NO_SCORES) : Optional.empty();
      absences.add(foreseen.get(teacher).or(() -> noScore));
      boolean isThere = absences.get(teacher).isEmpty();
      fused[teacher] = isThere ? fused[teacher] : Double.NaN;
      panels.add(isThere ? Optional.of(FamilyPanel.of(scores, row, teacher)) : Optional.empty());
    }
    double[] promptFree = BehaviourScore.PROMPT_FREE.of(z, row.own());
    return new SuspectFigures(z, fused, promptFree, absences, panels, ranks(panels, alpha));
  }

  private static Optional<VendorRanks> ranks(List<Optional<FamilyPanel>> panels, double alpha) {
    FamilyPanel[] inQuestion =
        panels.stream().flatMap(Optional::stream).toArray(FamilyPanel[]::new);
    return inQuestion.length == 0
        ? Optional.empty()
        : Optional.of(new VendorRanks(inQuestion, alpha));
  }

  /** What the ranks say for a teacher that has some. */
  Optional<VendorRanks.Finding> finding(int teacher) {
    int before =
        (int) familyPanels.subList(0, teacher).stream().filter(Optional::isPresent).count();
    return familyPanels.get(teacher).flatMap(panel -> ranks).map(all -> all.of(before));
  }
}
