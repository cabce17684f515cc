package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.BehaviourSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Every figure of one suspect by teacher, from a panel without its families.
 *
 * @param fused NaN where no score can be had
 * @param familyPanels empty where no score can be had
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
      boolean isScored = absences.get(teacher).filter(Absence::isOfScore).isEmpty();
      fused[teacher] = isScored ? fused[teacher] : Double.NaN;
      panels.add(isScored ? Optional.of(FamilyPanel.of(scores, row, teacher)) : Optional.empty());
    }
    double[] promptFree = BehaviourScore.PROMPT_FREE.of(z, row.own());
    return new SuspectFigures(
        z, fused, promptFree, absences, panels, ranks(panels, absences, alpha));
  }

  private static Optional<VendorRanks> ranks(
      List<Optional<FamilyPanel>> panels, List<Optional<Absence>> absences, double alpha) {
    FamilyPanel[] inQuestion =
        IntStream.range(0, panels.size())
            .filter(teacher -> absences.get(teacher).isEmpty())
            .mapToObj(teacher -> panels.get(teacher).orElseThrow())
            .toArray(FamilyPanel[]::new);
    return inQuestion.length == 0
        ? Optional.empty()
        : Optional.of(new VendorRanks(inQuestion, alpha));
  }

  /** What the ranks say for a teacher without an absence. */
  Optional<VendorRanks.Finding> finding(int teacher) {
    int before = (int) absences.subList(0, teacher).stream().filter(Optional::isEmpty).count();
    return absences.get(teacher).isPresent() ? Optional.empty() : ranks.map(all -> all.of(before));
  }
}
