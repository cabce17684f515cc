package dev.stillmark.detection.stats;

/**
 * Loader's saddle-point expansion: logarithms of binomial, hypergeometric and Poisson probabilities
 * without the cancellation of large log-factorials.
 *
 * <p>{@link StrictMath} throughout, so that two machines give the same digits. Source: C. Loader,
 * "Fast and accurate computation of binomial probabilities" (2000).
 */
final class Loader {

  private static final int SERIES_FROM = 16;
  private static final double[] SMALL_STIRLING_ERRORS = smallStirlingErrors();

  private Loader() {}

  /** ln P(Bin(n, p) = x) for 0 ≤ x ≤ n and p + q = 1, both positive. */
  static double logBinomial(long x, long n, double p, double q) {
    if (x == 0) {
      return n * logShare(q, p);
    }
    if (x == n) {
      return n * logShare(p, q);
    }
    double errors = stirlingError(n) - stirlingError(x) - stirlingError(n - x);
    double deviances = deviance((double) x, n * p) + deviance((double) (n - x), n * q);
    return errors - deviances + 0.5 * StrictMath.log(n / (2 * Math.PI * x) / (n - x));
  }

  /** ln P(Hyp = x): x of the {@code marked} among {@code drawn} of {@code all}, drawn < all. */
  static double logHypergeometric(long x, long all, long marked, long drawn) {
    double p = (double) drawn / all;
    double q = (double) (all - drawn) / all;
    return logBinomial(x, marked, p, q)
        + logBinomial(drawn - x, all - marked, p, q)
        - logBinomial(drawn, all, p, q);
  }

  /** ln P(Poisson(mean) = x). */
  static double logPoisson(long x, double mean) {
    if (x == 0) {
      return -mean;
    }
    return -stirlingError(x) - deviance((double) x, mean) - 0.5 * StrictMath.log(2 * Math.PI * x);
  }

  /** ln (mean^x e^-mean / Γ(x+1)) for any x > 0: {@link #logPoisson} where it is whole. */
  static double logGammaTerm(double x, double mean) {
    return -realStirlingError(x) - deviance(x, mean) - 0.5 * StrictMath.log(2 * Math.PI * x);
  }

  private static double logShare(double share, double rest) {
    return rest < share ? StrictMath.log1p(-rest) : StrictMath.log(share);
  }

  /** x ln(x / mean) + mean - x, by its series where the two are close. */
  private static double deviance(double x, double mean) {
    if (Math.abs(x - mean) >= 0.1 * (x + mean)) {
      return x * StrictMath.log(x / mean) + mean - x;
    }
    double v = (x - mean) / (x + mean);
    double sum = (x - mean) * v;
    double power = 2 * x * v;
    for (int j = 1; ; j++) {
      power *= v * v;
      double next = sum + power / (2 * j + 1);
      if (next == sum) {
        return sum;
      }
      sum = next;
    }
  }

  /** ln n! - ln(√(2πn) (n/e)^n), for n ≥ 1. */
  private static double stirlingError(long n) {
    if (n < SERIES_FROM) {
      return SMALL_STIRLING_ERRORS[(int) n];
    }
    return stirlingSeries((double) n);
  }

  /** The same for any x > 0, ln Γ(x+1) in place of ln n!: differences of neighbours telescope. */
  private static double realStirlingError(double x) {
    double error = 0;
    double large = x;
    for (; large < SERIES_FROM; large++) {
      error += (large + 0.5) * StrictMath.log1p(1 / large) - 1;
    }
    return error + stirlingSeries(large);
  }

  private static double stirlingSeries(double x) {
    double r = 1 / (x * x);
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - r / 1188) * r) * r) * r) / x;
  }

  private static double[] smallStirlingErrors() {
    double[] errors = new double[SERIES_FROM];
    double factorial = 1;
    for (int n = 1; n < SERIES_FROM; n++) {
      factorial *= n;
      errors[n] =
          StrictMath.log(factorial)
              - 0.5 * StrictMath.log(2 * Math.PI * n)
              - (n * StrictMath.log(n) - n);
    }
    return errors;
  }
}
