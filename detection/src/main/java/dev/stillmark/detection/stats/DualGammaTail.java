package dev.stillmark.detection.stats;

/**
 * P((1-α) A + α B ≥ s) in log10 for independent A, B ~ Gamma(n, 1): the exact tail of a dual-key
 * Gumbel sum, good to 1e-10 relative however small it is.
 *
 * <p>α and 1-α are interchangeable; at 0, 1/2 and 1 the sum is a gamma variable itself.
 */
public final class DualGammaTail {

  /** Below it a series over the lighter key would take too many terms. */
  private static final double LIGHTEST_OF_SERIES = 0x1p-10;

  /** Below it the lighter key changes no digit. */
  private static final double WEIGHTLESS = 0x1p-100;

  private static final double LARGEST_MEAN = 1e6;

  private DualGammaTail() {}

  /** n must be at least 1, α within [0, 1] and s at most 10^6 n; an s of 0 or less gives 0. */
  public static double log10(long n, double alpha, double s) {
    if (n < 1 || !(alpha >= 0 && alpha <= 1) || !(s <= LARGEST_MEAN * n)) {
      throw new IllegalArgumentException(
          "n must be at least 1, alpha within [0, 1] and s at most 10^6 n but they are %d, %s, %s"
              .formatted(n, alpha, s));
    }
    if (s <= 0) {
      return 0;
    }
    double lighter = Math.min(alpha, 1 - alpha);
    if (lighter < WEIGHTLESS) {
      return GammaTail.log10(n, s);
    }
    return lighter == 0.5 ? GammaTail.log10(2 * n, 2 * s) : unequal(n, lighter, s);
  }

  private static double unequal(long n, double lighter, double s) {
    if (lighter < LIGHTEST_OF_SERIES && DualGammaSum.serves(n, lighter, s)) {
      return DualGammaSum.log10(n, lighter, s);
    }
    DualGammaSeries series = new DualGammaSeries(n, lighter, s);
    return s > n ? series.log10AtLeast() : series.log10OfNotBelow();
  }
}
