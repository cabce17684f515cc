package dev.stillmark.detection.stats;

/**
 * What remains of the smallest p-value when K keys were tried and only the best one is shown.
 *
 * <p>Bonferroni's min(1, K p) holds whatever the keys have in common; Šidák's 1 - (1 - p)^K is
 * exact for independent keys and continuous p-values. Source: Z. Šidák, "Rectangular confidence
 * regions for the means of multivariate normal distributions" (1967).
 */
public final class KeyScan {

  /** Below this the two agree in every digit, and 10^x may underflow. */
  private static final double LOG10_TINY = -200;

  private static final double LN_10 = StrictMath.log(10);

  private KeyScan() {}

  /** log10 min(1, K p). */
  public static double bonferroni(double log10P, long keys) {
    require(log10P, keys);
    return Math.min(0, log10P + StrictMath.log10((double) keys));
  }

  /** log10 (1 - (1 - p)^K). */
  public static double sidak(double log10P, long keys) {
    require(log10P, keys);
    if (log10P < LOG10_TINY) {
      return bonferroni(log10P, keys);
    }
    double logOfNone = keys * StrictMath.log1p(-StrictMath.exp(log10P * LN_10));
    return StrictMath.log(-StrictMath.expm1(logOfNone)) / LN_10 + 0.0;
  }

  private static void require(double log10P, long keys) {
    if (!(log10P <= 0)) {
      throw new IllegalArgumentException("log10 p must be at most 0 but is " + log10P);
    }
    if (keys < 1) {
      throw new IllegalArgumentException("keys must be at least 1 but is " + keys);
    }
  }
}
