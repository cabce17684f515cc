package dev.stillmark.detection.stats;

/**
 * P(Gamma(n, 1) ≥ x) in log10 for a whole n: the tail of a sum of n exponential draws, which is
 * P(Poisson(x) ≤ n - 1).
 */
public final class GammaTail {

  private GammaTail() {}

  /** n must be at least 1; an x of 0 or less gives 0. */
  public static double log10(long n, double x) {
    if (n < 1 || Double.isNaN(x)) {
      throw new IllegalArgumentException(
          "n must be at least 1 and x a number but they are %d and %s".formatted(n, x));
    }
    if (x <= 0) {
      return 0;
    }
    if (x > n) {
      return LogTail.log10(Loader.logPoisson(n - 1, x), j -> (n - 1 - j) / x);
    }
    return LogTail.log10OfComplement(Loader.logPoisson(n, x), j -> x / (n + 1 + j));
  }

  /** P(Gamma(n, 1) < x) in log10, which is P(Poisson(x) ≥ n), for n ≥ 1 and x > 0. */
  static double log10Below(long n, double x) {
    if (x > n) {
      return LogTail.log10OfComplement(Loader.logPoisson(n - 1, x), j -> (n - 1 - j) / x);
    }
    return LogTail.log10(Loader.logPoisson(n, x), j -> x / (n + 1 + j));
  }
}
