package dev.stillmark.detection.stats;

/**
 * P(Bin(n, G/V) ≥ s) in log10, exact to 1e-10 relative however small it is.
 *
 * <p>The p-value of a green list where each seed has scored one token; with several tokens on a
 * seed it is conservative from nG/V + 1 on (Hoeffding 1956).
 */
public final class BinomialTail {

  private BinomialTail() {}

  /**
   * @param n tokens, at least 0
   * @param s green ones; 0 or fewer give 0, more than n give negative infinity
   */
  public static double log10(long n, long s, int greenListSize, int vocabularySize) {
    if (greenListSize < 1 || greenListSize >= vocabularySize) {
      throw new IllegalArgumentException(
          "greenListSize must be within 1..%d but is %d"
              .formatted(vocabularySize - 1, greenListSize));
    }
    double v = vocabularySize;
    return log10(n, s, greenListSize / v, (vocabularySize - greenListSize) / v);
  }

  /** The same for P(Bin(n, p) ≥ s), with p and q = 1 - p both within (0, 1). */
  public static double log10(long n, long s, double p, double q) {
    if (n < 0) {
      throw new IllegalArgumentException("n must not be negative but is " + n);
    }
    if (s <= 0) {
      return 0;
    }
    if (s > n) {
      return Double.NEGATIVE_INFINITY;
    }
    if (s > n * p) {
      return LogTail.log10(
          Loader.logBinomial(s, n, p, q), j -> (n - s - j) * p / ((s + 1 + j) * q));
    }
    long x = s - 1;
    return LogTail.log10OfComplement(
        Loader.logBinomial(x, n, p, q), j -> (x - j) * q / ((n - x + 1 + j) * p));
  }
}
