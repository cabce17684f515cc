package dev.stillmark.detection.stats;

/**
 * The power of {@link UniformEvalue} where draws follow κ u^(κ-1): then κ Σ -ln u ~ Gamma(n, 1).
 */
public final class UniformPower {

  private static final double LN_10 = StrictMath.log(10);

  /** So many that how a draw is read makes no difference. */
  private static final UniformEvalue EVALUE = new UniformEvalue(1L << 32);

  private UniformPower() {}

  /**
   * P(log10 E ≥ threshold) over {@code draws} draws.
   *
   * @param meanScore the mean exponential score -ln(1 - u) under Hp, at least 1
   * @param log10Threshold above 0
   */
  public static double of(long draws, double meanScore, double log10Threshold) {
    if (!(meanScore >= 1)) {
      throw new IllegalArgumentException("meanScore must be at least 1 but is " + meanScore);
    }
    if (!(log10Threshold > 0)) {
      throw new IllegalArgumentException("log10Threshold must be above 0 but is " + log10Threshold);
    }
    if (draws == 0 || EVALUE.log10(draws, 0) < log10Threshold) {
      return 0;
    }
    double most =
        Boundary.between(0, (double) draws, sum -> EVALUE.log10(draws, -sum) >= log10Threshold);
    double tail = GammaTail.log10(draws, HarmonicNumber.inverse(meanScore) * most);
    return -StrictMath.expm1(tail * LN_10);
  }
}
