package dev.stillmark.detection.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down adjustment of a family of p-values: rejecting every adjusted p of at most α
 * keeps the chance of any false rejection at α or below, however the tests depend on each other.
 *
 * <p>With p(1) ≤ … ≤ p(m) the adjusted p(i) is max over j ≤ i of min(1, (m - j + 1) p(j)). Source:
 * S. Holm, "A simple sequentially rejective multiple test procedure" (1979).
 */
public final class Holm {

  private Holm() {}

  /** The adjusted log10 p of each log10 p, in the order given. */
  public static double[] adjust(double[] log10P) {
    for (double value : log10P) {
      if (!(value <= 0)) {
        throw new IllegalArgumentException("log10 p must be at most 0 but is " + value);
      }
    }
    int[] ascending =
        IntStream.range(0, log10P.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> log10P[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[log10P.length];
    double largest = Double.NEGATIVE_INFINITY;
    for (int rank = 0; rank < ascending.length; rank++) {
      int test = ascending[rank];
      double scaled = log10P[test] + StrictMath.log10(ascending.length - rank);
      largest = Math.max(largest, Math.min(0, scaled));
      adjusted[test] = largest;
    }
    return adjusted;
  }
}
