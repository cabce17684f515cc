package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.stats.LogisticCalibration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The likelihood ratio of a fused z-score, calibrated on the taught and the vendor-clean pairs of
 * other families, every family weighing the same in each kind.
 *
 * <p>Nothing rarer than one in as many families as were looked at can be known from them: evidence
 * for is capped at the clean families + 1, evidence against at the taught families + 1, and both at
 * a million.
 */
final class LikelihoodRatioScale {

  private static final int LEAST_FAMILIES = 5;
  private static final double MOST = 1e6;

  private final Optional<LogisticCalibration> calibration;
  private final double log10Most;
  private final double log10Least;

  LikelihoodRatioScale(PanelScores scores) {
    LabelledPairs pairs = pairs(scores);
    log10Most = StrictMath.log10(Math.min(MOST, pairs.cleanFamilies() + 1.0));
    log10Least = -StrictMath.log10(Math.min(MOST, pairs.taughtFamilies() + 1.0));
    calibration =
        Math.min(pairs.taughtFamilies(), pairs.cleanFamilies()) < LEAST_FAMILIES
            ? Optional.empty()
            : Optional.of(
                LogisticCalibration.fit(pairs.figures(), pairs.taught(), pairs.weights()));
  }

  private static LabelledPairs pairs(PanelScores scores) {
    Panelists panelists = scores.panelists();
    LabelledPairs pairs = new LabelledPairs();
    for (int model = 0; model < panelists.count(); model++) {
      double[] z = scores.of(model, BehaviourScore.FUSED);
      for (int teacher = 0; teacher < z.length && !scores.isLeftOut(model); teacher++) {
        pairs.add(panelists.family(model), z[teacher], panelists.exposure(model, teacher));
      }
    }
    return pairs;
  }

  /** log10, capped; empty where too few families are known to be of either kind. */
  OptionalDouble log10(double fusedZ) {
    return calibration.isEmpty() || Double.isNaN(fusedZ)
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Math.clamp(calibration.get().log10LikelihoodRatio(fusedZ), log10Least, log10Most));
  }
}
