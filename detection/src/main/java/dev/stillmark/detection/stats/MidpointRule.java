package dev.stillmark.detection.stats;

/**
 * The mean of (1 + x) u^x over the middles u = (m + 1/2) / N of N levels: 1 but for what the
 * midpoint rule misses of the integral.
 *
 * <p>What it misses near 0 is summed level by level, the rest by the Euler-Maclaurin expansion for
 * midpoints (P. Davis and P. Rabinowitz, "Methods of Numerical Integration", 2.9), so that the cost
 * does not grow with N.
 */
final class MidpointRule {

  private static final int SUMMED = 32;

  /** Of the first, third and fifth derivative. */
  private static final double[] COEFFICIENTS = {-1.0 / 24, 7.0 / 5760, -31.0 / 967_680};

  private MidpointRule() {}

  /** ln of that mean, for x &gt; 0. */
  static double logMeanOfPower(double x, long levels) {
    int summed = (int) Math.min(SUMMED, levels);
    double missed = 0;
    for (int m = 0; m < summed; m++) {
      missed += (1 + x) * StrictMath.pow(m + 0.5, x) - integralOverLevel(x, m);
    }
    missed += (1 + x) * (endTerm(x, (double) levels) - endTerm(x, summed));
    return StrictMath.log1p(missed / StrictMath.pow((double) levels, 1 + x));
  }

  /** Of (1 + x) t^x from m to m + 1. */
  private static double integralOverLevel(double x, int m) {
    return StrictMath.pow(m + 1, 1 + x) - StrictMath.pow(m, 1 + x);
  }

  /** The expansion's terms at one end: derivatives of t^x of odd order, weighted. */
  private static double endTerm(double x, double t) {
    double derivative = x * StrictMath.pow(t, x - 1);
    double sum = 0;
    for (int i = 0; i < COEFFICIENTS.length; i++) {
      sum += COEFFICIENTS[i] * derivative;
      int order = 2 * i + 1;
      derivative *= (x - order) * (x - order - 1) / (t * t);
    }
    return sum;
  }
}
