package dev.stillmark.detection.stats;

/**
 * The tail of (1-α) A + α B for an α next to 0, as a finite sum of n positive terms.
 *
 * <p>A is the n-th point of a Poisson process, so that P(sum ≥ s) = P(αB ≥ s) + Σ_(j<n) c_j with
 * c_j = E[x^j e^(-x) / j!; x > 0] and x = (s - αB) / (1-α). The integrals I_j = ∫ u^(n-1) (1-u)^j
 * e^(-zu) du over [0, 1] inside, z = s/α - s/(1-α), obey z I_(j+2) = (z-n-j-1) I_(j+1) + (j+1) I_j
 * (by parts), which adds nothing but positive terms where z ≥ 2n.
 */
final class DualGammaSum {

  /** A power of two, so that scaling by it is exact. */
  private static final double LARGE = 0x1p600;

  private DualGammaSum() {}

  static boolean serves(long n, double alpha, double s) {
    return exponent(alpha, s) >= 2.0 * n;
  }

  private static double exponent(double alpha, double s) {
    return s / alpha * ((1 - 2 * alpha) / (1 - alpha));
  }

  static double log10(long n, double alpha, double s) {
    double z = exponent(alpha, s);
    double lower = GammaTail.log10Below(n, z) * LogTail.LN_10;
    double logFirst = lower - s / (1 - alpha) - n * StrictMath.log1p(-alpha / (1 - alpha));
    double sum = (logFirst + logOfRelativeSum(n, z, s / (1 - alpha))) / LogTail.LN_10;
    double lighterAlone = GammaTail.log10(n, s / alpha);
    double both = StrictMath.log1p(StrictMath.exp((lighterAlone - sum) * LogTail.LN_10));
    return Math.min(0, sum + both / LogTail.LN_10);
  }

  /** ln Σ c_j / c_0, with c_(j+1) / c_j = x/(j+1) · I_(j+1)/I_j. */
  private static double logOfRelativeSum(long n, double z, double x) {
    double shrink = 1 - n / z * belowRatio(n, z);
    double term = 1;
    double sum = 1;
    int scalings = 0;
    for (long j = 0; j < n - 1; j++) {
      term *= x / (j + 1) * shrink;
      sum += term;
      shrink = (z - n - j - 1) / z + (j + 1) / (z * shrink);
      if (sum > LARGE) {
        term /= LARGE;
        sum /= LARGE;
        scalings++;
      }
    }
    return StrictMath.log(sum) + scalings * StrictMath.log(LARGE);
  }

  /** P(n+1, z) / P(n, z), lower gamma tails. */
  private static double belowRatio(long n, double z) {
    return StrictMath.exp(
        (GammaTail.log10Below(n + 1, z) - GammaTail.log10Below(n, z)) * LogTail.LN_10);
  }
}
