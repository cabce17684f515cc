package dev.stillmark.detection.stats;

import java.util.Arrays;

/**
 * Sums of independent non-negative whole numbers, by direct convolution: every entry keeps its
 * relative accuracy, which a fast Fourier transform would lose in the tails.
 */
final class Convolution {

  private Convolution() {}

  /** The law of the sum of {@code times} draws, entries up to {@code bound} only. */
  static double[] power(double[] law, int times, int bound) {
    double[] result = {1};
    double[] square = Arrays.copyOf(law, Math.min(law.length, bound + 1));
    for (int left = times; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        result = of(result, square, bound);
      }
      if (left > 1) {
        square = of(square, square, bound);
      }
    }
    return result;
  }

  private static double[] of(double[] a, double[] b, int bound) {
    double[] sums = new double[(int) Math.min((long) a.length + b.length - 1, bound + 1L)];
    for (int i = 0; i < Math.min(a.length, sums.length); i++) {
      int end = Math.min(b.length, sums.length - i);
      for (int j = 0; j < end; j++) {
        sums[i + j] += a[i] * b[j];
      }
    }
    return sums;
  }
}
