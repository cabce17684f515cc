package dev.stillmark.detection.stats;

/**
 * The e-value of independent bits that are set with a known probability under Hd: a mixture of
 * likelihood ratios over the same odds ratios as {@link GreenListEvalue}.
 */
public final class CoinEvalue {

  private static final double LN_10 = StrictMath.log(10);

  private CoinEvalue() {}

  /** log10 E for {@code ones} set bits among {@code bits}; p in (0, 1). */
  public static double log10(long bits, long ones, double p) {
    if (ones < 0 || ones > bits) {
      throw new IllegalArgumentException(
          "ones must be within 0..%d but is %d".formatted(bits, ones));
    }
    return GreenListEvalue.logMixture((double) bits, (double) ones, p) / LN_10;
  }
}
