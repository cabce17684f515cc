package dev.stillmark.detection.attribution;

import dev.stillmark.detection.stats.LogisticCalibration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The likelihood ratio of a fused z-score, calibrated on the taught and the vendor-clean pairs of
 * other families, every family weighing the same in each kind.
 *
 * <p>Nothing rarer than one in as many families as were looked at can be known from them: evidence
 * for is capped at the clean families + 1, evidence against at the taught families + 1, and both
 * at a million.
 */
final class LikelihoodRatioScale {

  private static final int LEAST_FAMILIES = 5;
  private static final double MOST = 1e6;

  private final Optional<LogisticCalibration> calibration;
  private final double log10Most;
  private final double log10Least;

  LikelihoodRatioScale(PanelScores scores) {
    List<Pair> pairs = pairs(scores);
    int taught = families(pairs, true);
    int clean = families(pairs, false);
    log10Most = StrictMath.log10(Math.min(MOST, clean + 1.0));
    log10Least = -StrictMath.log10(Math.min(MOST, taught + 1.0));
    calibration =
        Math.min(taught, clean) < LEAST_FAMILIES
            ? Optional.empty()
            : Optional.of(calibrate(pairs, scores.panelists().familyCount()));
  }

  /** log10, capped; empty where too few families are known to be of either kind. */
  OptionalDouble log10(double fusedZ) {
    return calibration
        .map(line -> Math.clamp(line.log10LikelihoodRatio(fusedZ), log10Least, log10Most))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  private static List<Pair> pairs(PanelScores scores) {
    Panelists panelists = scores.panelists();
    List<Pair> pairs = new ArrayList<>();
    for (int model = 0; model < panelists.count(); model++) {
      double[] z = scores.of(model, BehaviourScore.FUSED);
      for (int teacher = 0; teacher < z.length && !scores.isLeftOut(model); teacher++) {
        if (!Double.isNaN(z[teacher])) {
          addIfKnown(pairs, panelists.family(model), z[teacher], panelists.exposure(model, teacher));
        }
      }
    }
    return pairs;
  }

  private static void addIfKnown(List<Pair> pairs, int family, double z, Exposure exposure) {
    switch (exposure) {
      case TAUGHT -> pairs.add(new Pair(family, z, true));
      case VENDOR_CLEAN -> pairs.add(new Pair(family, z, false));
      case TAUGHT_IN_PART, NOT_TAUGHT, UNKNOWN -> {}
    }
  }

  private static int families(List<Pair> pairs, boolean taught) {
    BitSet families = new BitSet();
    pairs.stream().filter(pair -> pair.taught == taught).forEach(pair -> families.set(pair.family));
    return families.cardinality();
  }

  private static LogisticCalibration calibrate(List<Pair> pairs, int families) {
    int[] taught = new int[families];
    int[] clean = new int[families];
    pairs.forEach(pair -> (pair.taught ? taught : clean)[pair.family]++);
    double[] z = new double[pairs.size()];
    boolean[] underHp = new boolean[pairs.size()];
    double[] weights = new double[pairs.size()];
    for (int i = 0; i < z.length; i++) {
      Pair pair = pairs.get(i);
      z[i] = pair.z;
      underHp[i] = pair.taught;
      weights[i] = 1.0 / (pair.taught ? taught : clean)[pair.family];
    }
    return LogisticCalibration.fit(z, underHp, weights);
  }

  private record Pair(int family, double z, boolean taught) {}
}
