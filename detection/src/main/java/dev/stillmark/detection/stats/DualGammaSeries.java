package dev.stillmark.detection.stats;

import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;

/**
 * The tail of (1-α) A + α B, 0 < α < 1/2, as a mixture over k of gamma tails on the scale α.
 *
 * <p>(1-α) A is α times a gamma variable whose shape n + K has a negative binomial K, so that P(sum
 * ≥ s) = Σ w(k) Q(2n+k, y) with w(k) = C(n+k-1, k) r^n (1-r)^k, r = α/(1-α) and y = s/α. Source:
 * Moschopoulos, "The distribution of the sum of independent gamma random variables" (1985).
 *
 * <p>All terms are positive and log-concave in k. Only those around the largest matter, and each
 * follows from the one before: the share by which Q grows, π(m)/Q(m) with Poisson probabilities π,
 * obeys a recurrence that damps errors in the direction in which Q grows. Ratios instead of
 * probabilities neither underflow nor overflow.
 */
final class DualGammaSeries {

  /** What lies before the first term above e^-60 of the largest is left out. */
  private static final double NEGLIGIBLE_NATS = 60;

  private final long n;
  private final double r;
  private final double rest;
  private final double y;

  DualGammaSeries(long n, double alpha, double s) {
    this.n = n;
    this.r = alpha / (1 - alpha);
    this.rest = (1 - 2 * alpha) / (1 - alpha);
    this.y = s / alpha;
  }

  /** log10 P(sum ≥ s), to be used where it is not close to 0. */
  double log10AtLeast() {
    long peak = first(k -> growth(k) * (1 + shareAbove(k)) < 1);
    double least = logAtLeast(peak) - NEGLIGIBLE_NATS;
    long start = Math.min(peak, first(k -> logAtLeast(k) >= least || k >= peak));
    return LogTail.log10(logAtLeast(start), ratiosUpFrom(start));
  }

  /** The same by the complement P(sum < s). */
  double log10OfNotBelow() {
    long peak = first(k -> growth(k) * (1 - shareBelow(k)) < 1);
    double least = logBelow(peak) - NEGLIGIBLE_NATS;
    long start = first(k -> k > peak && logBelow(k) < least);
    return LogTail.log10OfComplement(logBelow(start), ratiosDownFrom(start));
  }

  /** Term k+1 over term k, one after another. */
  private LongToDoubleFunction ratiosUpFrom(long start) {
    double[] share = {shareAbove(start)};
    return j -> {
      double ratio = growth(start + j) * (1 + share[0]);
      share[0] *= y / (2 * n + start + j + 1) / (1 + share[0]);
      return ratio;
    };
  }

  /** Term k-1 over term k, one after another; 0 behind term 0. */
  private LongToDoubleFunction ratiosDownFrom(long start) {
    double[] share = {StrictMath.exp(logPoisson(start - 1) - logTailBelow(start))};
    return j -> {
      long k = start - j;
      if (k == 0) {
        return 0;
      }
      double ratio = (1 + share[0]) / growth(k - 1);
      share[0] *= (2 * n + k - 1) / y / (1 + share[0]);
      return ratio;
    };
  }

  /** w(k+1) / w(k). */
  private double growth(long k) {
    return (double) (n + k) / (k + 1) * rest;
  }

  /** Q(2n+k+1) = Q(2n+k) · (1 + share). */
  private double shareAbove(long k) {
    return StrictMath.exp(logPoisson(k) - logTailAtLeast(k));
  }

  /** P(2n+k+1) = P(2n+k) · (1 - share). */
  private double shareBelow(long k) {
    return StrictMath.exp(logPoisson(k) - logTailBelow(k));
  }

  private double logAtLeast(long k) {
    return logWeight(k) + logTailAtLeast(k);
  }

  private double logBelow(long k) {
    return logWeight(k) + logTailBelow(k);
  }

  private double logTailAtLeast(long k) {
    return GammaTail.log10(2 * n + k, y) * LogTail.LN_10;
  }

  private double logTailBelow(long k) {
    return GammaTail.log10Below(2 * n + k, y) * LogTail.LN_10;
  }

  private double logPoisson(long k) {
    return Loader.logPoisson(2 * n + k, y);
  }

  /** C(n+k-1, k) is n/(n+k) times C(n+k, n). */
  private double logWeight(long k) {
    return Loader.logBinomial(n, n + k, r, rest) - StrictMath.log1p((double) k / n);
  }

  /** The first k ≥ 0 from which on the predicate holds. */
  private static long first(LongPredicate holds) {
    long below = -1;
    long above = 0;
    while (!holds.test(above)) {
      below = above;
      above = 2 * above + 1;
    }
    while (above - below > 1) {
      long middle = (below + above) >>> 1;
      if (holds.test(middle)) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return above;
  }
}
