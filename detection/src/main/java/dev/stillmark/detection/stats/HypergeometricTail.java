package dev.stillmark.detection.stats;

/**
 * P(Hyp(V, G, n) ≥ s) in log10: at least s green among n distinct ids drawn from V, of which G are
 * green; the exact p-value of one fixed green list.
 */
public final class HypergeometricTail {

  private HypergeometricTail() {}

  /** n must be within 0..V. */
  public static double log10(long n, long s, int greenListSize, int vocabularySize) {
    long v = vocabularySize;
    long g = greenListSize;
    if (g < 0 || g > v || n < 0 || n > v) {
      throw new IllegalArgumentException(
          "greenListSize and n must be within 0..%d but are %d and %d".formatted(v, g, n));
    }
    if (s <= Math.max(0, n - (v - g))) {
      return 0;
    }
    if (s > Math.min(n, g)) {
      return Double.NEGATIVE_INFINITY;
    }
    return inside(n, s, g, v);
  }

  /** Here n &lt; V, as all V drawn leave only s = G. */
  private static double inside(long n, long s, long g, long v) {
    long red = v - g - n;
    if (s > (double) n * g / v) {
      return LogTail.log10(
          Loader.logHypergeometric(s, v, g, n),
          j -> (double) (g - s - j) * (n - s - j) / ((double) (s + 1 + j) * (red + s + 1 + j)));
    }
    long x = s - 1;
    return LogTail.log10OfComplement(
        Loader.logHypergeometric(x, v, g, n),
        j -> (double) (x - j) * (red + x - j) / ((double) (g - x + 1 + j) * (n - x + 1 + j)));
  }
}
