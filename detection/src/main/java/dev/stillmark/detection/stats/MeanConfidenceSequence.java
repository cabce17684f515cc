package dev.stillmark.detection.stats;

import java.util.function.DoublePredicate;

/**
 * Bounds for the mean of bits, or of other values in a known range, that hold at every time.
 *
 * <p>For each candidate mean θ the e-value of "the mean is θ" is the average of {@link
 * GreenListEvalue}'s mixture for more ones and of the same mixture for fewer, with odds ratios
 * against θ; the bounds enclose every θ whose e-value is below 1/α. Each member is convex in θ and
 * at most 1 at the observed mean, so that these θ form an interval around it.
 *
 * <p>What is covered is θ̄, the average over the items so far of each item's mean given those
 * before it; nothing is assumed about independence. For a member with odds ratio e^δ the product of
 * e^(δx) / (1 + θ_t (e^δ - 1)) is a supermartingale (x in [0, 1] lies below the chord of e^(δx)),
 * and as ln(1 + θ (e^δ - 1)) is concave, putting θ̄ in place of every θ_t can only lower it.
 * Ville's inequality does the rest. Sources: H. Robbins, "Statistical methods related to the law of
 * the iterated logarithm" (1970); S. Howard et al., "Time-uniform, nonparametric, nonasymptotic
 * confidence sequences" (2021), sub-Bernoulli case.
 */
public final class MeanConfidenceSequence {

  private static final double LN_2 = StrictMath.log(2);

  private MeanConfidenceSequence() {}

  /**
   * The share of ones among {@code n} bits.
   *
   * @param n at least 1
   * @param ones within 0..n
   */
  public static EffectSize ofBits(long n, long ones, double confidence) {
    return ofValues(n, (double) ones, 1, confidence);
  }

  /**
   * The mean of {@code n} values within [0, {@code cap}]. The bounds allow for values that are
   * either 0 or {@code cap}, so they are wide where most lie far below the cap.
   */
  public static EffectSize ofValues(long n, double sum, double cap, double confidence) {
    if (n < 1) {
      throw new IllegalArgumentException("n must be at least 1 but is " + n);
    }
    if (!(sum >= 0 && sum <= n * cap)) {
      throw new IllegalArgumentException(
          "sum must be within 0..%s but is %s".formatted(n * cap, sum));
    }
    double ones = sum / cap;
    double mean = Math.min(1, ones / n);
    DoublePredicate isExcluded = theta -> excludes(n, ones, theta, confidence);
    double lower = Boundary.between(0, mean, isExcluded);
    double upper = Boundary.between(1, mean, isExcluded);
    return new EffectSize(mean * cap, lower * cap, upper * cap, confidence);
  }

  static boolean excludes(long n, double ones, double theta, double confidence) {
    return logEvalue(n, ones, theta) >= -StrictMath.log1p(-confidence);
  }

  private static double logEvalue(long n, double ones, double theta) {
    double more = GreenListEvalue.logMixture((double) n, ones, theta);
    double fewer = GreenListEvalue.logMixture((double) n, n - ones, 1 - theta);
    double larger = Math.max(more, fewer);
    return larger + StrictMath.log1p(StrictMath.exp(Math.min(more, fewer) - larger)) - LN_2;
  }
}
