package dev.stillmark.detection.stats;

import java.util.function.DoublePredicate;

/**
 * Bounds that hold at every time for κ ≥ 1, the strength of a mark on uniform draws: independent
 * draws of density κ u^(κ-1), where κ = 1 is no mark.
 *
 * <p>If u has strength κ then u^κ is uniform, so the e-value of "the strength is κ" is {@link
 * UniformEvalue}'s mixture over u^κ, averaged with the same for weaker marks: relative strengths 1
 * + x and 1 - x/8, x = 4 · 2^(-k/2). Each member is convex in κ and at most 1 at the estimate n / Σ
 * -ln u, so that the κ whose e-value is below 1/α form an interval; Ville's inequality makes it
 * valid at every time (Robbins 1970; Howard et al. 2021). A draw is an integer of N levels, read at
 * its middle: that lifts the mean of a draw's factor by less than 1/N + (κ/N)², which each draw
 * pays.
 */
public final class KappaConfidenceSequence {

  private static final int MEMBERS = 25;
  private static final int FEWEST_LEVELS = 1 << 12;

  private KappaConfidenceSequence() {}

  /**
   * κ after {@code draws} draws. An estimate below 1 is given as 1: no mark lowers draws.
   *
   * @param draws at least 1
   * @param sumOfLogs the sum of their {@link UniformEvalue#logMiddle}, below 0
   * @param levels N, at least 4096
   */
  public static EffectSize at(long draws, double sumOfLogs, long levels, double confidence) {
    if (draws < 1 || !(sumOfLogs < 0)) {
      throw new IllegalArgumentException(
          "draws must be at least 1 and sumOfLogs below 0 but they are %d and %s"
              .formatted(draws, sumOfLogs));
    }
    if (levels < FEWEST_LEVELS) {
      throw new IllegalArgumentException(
          "levels must be at least %d but is %d".formatted(FEWEST_LEVELS, levels));
    }
    DoublePredicate isExcluded = kappa -> excludes(draws, sumOfLogs, levels, kappa, confidence);
    double estimate = Math.max(1, draws / -sumOfLogs);
    double lower = Boundary.between(1, estimate, isExcluded);
    return new EffectSize(estimate, lower, upper(estimate, levels, isExcluded), confidence);
  }

  private static double upper(double estimate, long levels, DoublePredicate isExcluded) {
    if (isExcluded.test(estimate)) {
      return estimate;
    }
    for (double kappa = 2 * estimate; kappa < levels; kappa *= 2) {
      if (isExcluded.test(kappa)) {
        return Boundary.between(kappa, kappa / 2, isExcluded);
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  static boolean excludes(
      long draws, double sumOfLogs, long levels, double kappa, double confidence) {
    return logEvalue(draws, sumOfLogs, levels, kappa) >= -StrictMath.log1p(-confidence);
  }

  private static double logEvalue(long draws, double sumOfLogs, long levels, double kappa) {
    double excess = kappa / levels;
    double payment = StrictMath.log1p(1.0 / levels + excess * excess);
    double[] logs = new double[2 * MEMBERS];
    for (int k = 0; k < MEMBERS; k++) {
      double x = UniformEvalue.exponent(k);
      logs[k] = logMember(draws, sumOfLogs * kappa, x) - draws * payment;
      logs[MEMBERS + k] = logMember(draws, sumOfLogs * kappa, -x / 8) - draws * payment;
    }
    return UniformEvalue.logMean(logs);
  }

  private static double logMember(long draws, double sumOfLogs, double x) {
    return draws * StrictMath.log1p(x) + x * sumOfLogs;
  }
}
