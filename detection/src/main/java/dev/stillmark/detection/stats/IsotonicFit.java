package dev.stillmark.detection.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The non-decreasing function of a score that is nearest to given values in weighted least squares,
 * by pooling adjacent violators; equal scores get equal values.
 *
 * <p>Source: M. Ayer et al., "An empirical distribution function for sampling with incomplete
 * information" (1955).
 */
final class IsotonicFit {

  private final double[] sums;
  private final double[] weights;
  private final int[] ends;
  private int blocks;

  private IsotonicFit(int most) {
    sums = new double[most];
    weights = new double[most];
    ends = new int[most];
  }

  /** The fitted value of each score, in the order given. */
  static double[] of(double[] scores, double[] values, double[] weights) {
    int[] ascending =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    IsotonicFit fit = new IsotonicFit(scores.length);
    for (int rank = 0; rank < ascending.length; rank++) {
      int i = ascending[rank];
      boolean isTie = rank > 0 && scores[i] == scores[ascending[rank - 1]];
      fit.add(weights[i] * values[i], weights[i], rank + 1, isTie);
    }
    fit.pool();
    return fit.inOrderOf(ascending);
  }

  private void add(double sum, double weight, int end, boolean isTie) {
    if (!isTie) {
      pool();
      blocks++;
    }
    sums[blocks - 1] += sum;
    weights[blocks - 1] += weight;
    ends[blocks - 1] = end;
  }

  /** Joins the last block to those before it until it lies above them. */
  private void pool() {
    while (blocks > 1 && mean(blocks - 2) >= mean(blocks - 1)) {
      blocks--;
      sums[blocks - 1] += sums[blocks];
      weights[blocks - 1] += weights[blocks];
      ends[blocks - 1] = ends[blocks];
      sums[blocks] = 0;
      weights[blocks] = 0;
    }
  }

  private double mean(int block) {
    return sums[block] / weights[block];
  }

  private double[] inOrderOf(int[] ascending) {
    double[] fitted = new double[ascending.length];
    int start = 0;
    for (int block = 0; block < blocks; block++) {
      for (int i : Arrays.copyOfRange(ascending, start, ends[block])) {
        fitted[i] = mean(block);
      }
      start = ends[block];
    }
    return fitted;
  }
}
