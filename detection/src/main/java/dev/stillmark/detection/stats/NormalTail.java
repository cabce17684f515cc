package dev.stillmark.detection.stats;

/**
 * The upper tail of the standard normal distribution and the complementary error function.
 *
 * <p>Good to 1e-13 relative wherever the value is a normal double. Source: Abramowitz and Stegun,
 * 7.1.6 (series of positive terms) and 7.1.14 (continued fraction).
 */
public final class NormalTail {

  private static final double SERIES_BELOW = 2;
  private static final int FRACTION_DEPTH = 100;

  private NormalTail() {}

  /** P(Z ≥ z). */
  public static double of(double z) {
    return 0.5 * erfc(z / StrictMath.sqrt(2));
  }

  /** 1 - erf(x), for any x; NaN for NaN. */
  public static double erfc(double x) {
    if (x < 0) {
      return 2 - erfc(-x);
    }
    return x < SERIES_BELOW ? 1 - erfBySeries(x) : erfcByFraction(x);
  }

  private static double erfBySeries(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; term > sum * 0x1p-60; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / StrictMath.sqrt(Math.PI) * StrictMath.exp(-x * x) * sum;
  }

  private static double erfcByFraction(double x) {
    double fraction = x;
    for (int k = FRACTION_DEPTH; k >= 1; k--) {
      fraction = x + k / (2 * fraction);
    }
    return expOfMinusSquare(x) / (StrictMath.sqrt(Math.PI) * fraction);
  }

  /**
   * Splits off a head whose square is exact: the rounding of x² itself would be magnified by x².
   */
  private static double expOfMinusSquare(double x) {
    double head = StrictMath.floor(x * 16) / 16;
    return StrictMath.exp(-head * head) * StrictMath.exp(-(x - head) * (x + head));
  }
}
