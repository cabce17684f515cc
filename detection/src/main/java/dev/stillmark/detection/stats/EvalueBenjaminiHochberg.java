package dev.stillmark.detection.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The e-BH adjustment of a family of e-values: rejecting every adjusted e of at least 1/α keeps the
 * expected share of false rejections at α or below, however the e-values depend on each other.
 *
 * <p>With e(1) ≥ … ≥ e(m) the adjusted e(i) is max over j ≥ i of j e(j) / m. Source: R. Wang and A.
 * Ramdas, "False discovery rate control with e-values" (2022).
 */
public final class EvalueBenjaminiHochberg {

  private EvalueBenjaminiHochberg() {}

  /** The adjusted log10 e of each log10 e, in the order given; negative infinity is an e of 0. */
  public static double[] adjust(double[] log10E) {
    for (double value : log10E) {
      if (Double.isNaN(value)) {
        throw new IllegalArgumentException("log10 e must be a number but is NaN");
      }
    }
    int tests = log10E.length;
    int[] ascending =
        IntStream.range(0, tests)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> log10E[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[tests];
    double largest = Double.NEGATIVE_INFINITY;
    for (int place = 0; place < tests; place++) {
      int test = ascending[place];
      double rank = tests - place;
      largest = Math.max(largest, log10E[test] + StrictMath.log10(rank / tests));
      adjusted[test] = largest;
    }
    return adjusted;
  }
}
