package dev.stillmark.detection.stats;

import java.util.function.LongToDoubleFunction;

/** Tails of a distribution over the integers, from one probability and the ratios that follow. */
final class LogTail {

  static final double LN_10 = StrictMath.log(10);
  private static final double NEGLIGIBLE = 0x1p-60;

  private LogTail() {}

  /**
   * log10 of a probability whose first term's logarithm is given and that falls by ratios &lt; 1.
   */
  static double log10(double logFirst, LongToDoubleFunction ratio) {
    return (logFirst + StrictMath.log(sum(ratio))) / LN_10;
  }

  /** log10 of the complement of such a probability: exact also where it is next to nothing. */
  static double log10OfComplement(double logFirst, LongToDoubleFunction ratio) {
    double rest = StrictMath.exp(logFirst) * sum(ratio);
    return StrictMath.log1p(-rest) / LN_10 + 0.0;
  }

  private static double sum(LongToDoubleFunction ratio) {
    double term = 1;
    double sum = 1;
    for (long j = 0; term > sum * NEGLIGIBLE; j++) {
      term *= ratio.applyAsDouble(j);
      sum += term;
    }
    return sum;
  }
}
