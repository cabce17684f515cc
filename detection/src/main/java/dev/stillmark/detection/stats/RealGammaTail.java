package dev.stillmark.detection.stats;

/**
 * P(Gamma(a, 1) ≥ x) for any shape a > 0: the regularised upper incomplete gamma function Q(a, x),
 * good to 1e-11 relative while it is a normal double.
 *
 * <p>For figures that a reference implementation prints; whole shapes and evidence use {@link
 * GammaTail}. Source: Abramowitz and Stegun, 6.5.29 (series of positive terms) and 6.5.31
 * (continued fraction).
 */
public final class RealGammaTail {

  private static final double CONVERGED = 0x1p-52;

  private RealGammaTail() {}

  /** a must be above 0; an x of 0 or less gives 1. */
  public static double of(double a, double x) {
    if (!(a > 0) || Double.isNaN(x)) {
      throw new IllegalArgumentException(
          "a must be above 0 and x a number but they are %s and %s".formatted(a, x));
    }
    if (x <= 0) {
      return 1;
    }
    return x < a + 1 ? 1 - below(a, x) : aboveByFraction(a, x);
  }

  /** Σ x^(a+j) e^-x / Γ(a+1+j). */
  private static double below(double a, double x) {
    double term = 1;
    double sum = 1;
    for (int j = 1; term > sum * CONVERGED; j++) {
      term *= x / (a + j);
      sum += term;
    }
    return density(a, x) * sum;
  }

  /** The fraction's even part, from the front (Lentz's method). */
  private static double aboveByFraction(double a, double x) {
    double b = x + 1 - a;
    double c = Double.POSITIVE_INFINITY;
    double d = 1 / b;
    double fraction = d;
    double factor = 0;
    for (int i = 1; Math.abs(factor - 1) > CONVERGED; i++) {
      double numerator = -i * (i - a);
      b += 2;
      d = 1 / (numerator * d + b);
      c = b + numerator / c;
      factor = c * d;
      fraction *= factor;
    }
    return density(a, x) * a * fraction;
  }

  /** x^a e^-x / Γ(a+1). */
  private static double density(double a, double x) {
    return StrictMath.exp(Loader.logGammaTerm(a, x));
  }
}
