package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.BehaviourSignal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/** How the scores of a {@link FamilyPanel} come about. */
final class FamilyPanelScaling {

  private final Panelists panelists;
  private final CentredRow suspect;
  private final int teacher;
  private final int[] members;

  FamilyPanelScaling(PanelScores scores, CentredRow suspect, int teacher) {
    this.panelists = scores.panelists();
    this.suspect = suspect;
    this.teacher = teacher;
    members =
        IntStream.range(0, panelists.count())
            .filter(model -> scores.isClean(model, teacher))
            .toArray();
  }

  FamilyPanel scale() {
    double[] ofModels = new double[panelists.count()];
    Arrays.fill(ofModels, Double.NaN);
    for (int family : Arrays.stream(members).map(panelists::family).distinct().toArray()) {
      Map<BehaviourSignal, NullFit> fits = fits(family);
      for (int member : members) {
        if (panelists.family(member) == family) {
          ofModels[member] = fused(fits, panelists.row(member));
        }
      }
    }
    double own = fused(fits(panelists.familyCount()), suspect);
    return new FamilyPanel(panelists, own, ofModels);
  }

  /** Against all families but one, the suspect being one that has the next number. */
  private Map<BehaviourSignal, NullFit> fits(int otherThan) {
    Map<BehaviourSignal, NullFit> fits = new EnumMap<>(BehaviourSignal.class);
    for (BehaviourSignal signal : BehaviourScore.FUSED.signals()) {
      NullSample sample = new NullSample(members.length + 1);
      for (int member : members) {
        add(sample, signal, panelists.row(member), panelists.family(member), otherThan);
      }
      add(sample, signal, suspect, panelists.familyCount(), otherThan);
      fits.put(signal, sample.size() < 2 ? NullFit.NONE : NullFit.of(sample));
    }
    return fits;
  }

  private void add(
      NullSample sample, BehaviourSignal signal, CentredRow row, int family, int otherThan) {
    if (family != otherThan) {
      sample.add(row.score(signal, teacher), row.covariate(signal), family);
    }
  }

  private double fused(Map<BehaviourSignal, NullFit> fits, CentredRow row) {
    return BehaviourScore.FUSED.mean(signal ->
        fits.getOrDefault(signal, NullFit.NONE)
            .z(row.score(signal, teacher), row.covariate(signal)));
  }
}
