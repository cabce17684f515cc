package dev.stillmark.detection.canary;

import java.util.List;

/**
 * The e-value of a set of canaries.
 *
 * <p>Per canary 1 + λ(N f - 1), where f is the share of its asks that returned the drawn reply;
 * multiplied over the independently drawn canaries for each λ of a fixed grid, then averaged over
 * λ. Under Hd the draw is uniform whatever was answered, so N f has mean at most 1 given the
 * answers, and so has every factor, the product and the average. "Any hit in k asks" would not do.
 */
public final class CanaryEvalue {

  private static final double[] STAKES = {.01, .03, .1, .3, .6, .9};

  private CanaryEvalue() {}

  /**
   * The base-10 logarithm of the e-value; 0 as long as no canary was asked.
   *
   * @param replySpace N, at least 2
   * @param asks how often each canary is asked, fixed in advance
   * @param hitsPerCanary for every canary that was asked at all, the hits among its asks; an ask
   *     that is still missing counts as a miss, a canary that was never asked as a factor of 1
   */
  public static double log10(long replySpace, int asks, List<Integer> hitsPerCanary) {
    if (replySpace < 2 || asks < 1) {
      throw new IllegalArgumentException(
          "replySpace must be at least 2 and asks at least 1 but are %d and %d"
              .formatted(replySpace, asks));
    }
    double[] terms = new double[STAKES.length];
    for (int hits : hitsPerCanary) {
      if (hits < 0 || hits > asks) {
        throw new IllegalArgumentException(
            "hits must be within 0..%d but is %d".formatted(asks, hits));
      }
      double gain = (double) replySpace * hits / asks - 1;
      for (int k = 0; k < STAKES.length; k++) {
        terms[k] += StrictMath.log1p(STAKES[k] * gain);
      }
    }
    return logMean(terms) / StrictMath.log(10);
  }

  private static double logMean(double[] terms) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double term : terms) {
      largest = Math.max(largest, term);
    }
    double sum = 0;
    for (double term : terms) {
      sum += StrictMath.exp(term - largest);
    }
    return largest + StrictMath.log(sum / terms.length);
  }
}
