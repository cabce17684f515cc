package dev.stillmark.detection.stats;

/**
 * The power of {@link UniformEvalue} where draws follow κ u^(κ-1): then κ Σ -ln u ~ Gamma(n, 1).
 */
public final class UniformPower {

  /** The derivative in κ, at 1, of the mean κ-th harmonic number of -ln(1 - u). */
  private static final double SLOPE = Math.PI * Math.PI / 6 - 1;

  private UniformPower() {}

  /**
   * P(log10 E ≥ threshold) over {@code draws} draws.
   *
   * @param meanShift how far the mean exponential score lies above 1, small and positive
   */
  public static double of(long draws, double meanShift, double log10Threshold) {
    if (draws == 0) {
      return 0;
    }
    UniformEvalue evalue = new UniformEvalue(1L << 32);
    double low = 0;
    double high = draws;
    if (evalue.log10(draws, -low) < log10Threshold) {
      return 0;
    }
    for (int step = 0; step < 100; step++) {
      double middle = (low + high) / 2;
      if (evalue.log10(draws, -middle) >= log10Threshold) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double kappa = 1 + meanShift / SLOPE;
    double tail = GammaTail.log10(draws, kappa * low);
    return -StrictMath.expm1(tail * StrictMath.log(10));
  }
}
