package dev.stillmark.detection.watermark.lmwatermarking;

import dev.stillmark.detection.watermark.RefusedSequence;
import java.util.List;

/**
 * The stretch of counted windows with the largest z, in 32-bit floats as the reference's {@code
 * window_size} option computes it.
 *
 * <p>A size that does not fit counts with z = 0 there, so that it can be the best one.
 */
record BestStretch(int size, int green, float z) {

  static BestStretch of(int[] greenBefore, List<Integer> sizes, double gamma) {
    int count = greenBefore.length - 1;
    requireFit(sizes, count);
    int best = sizes.getFirst();
    float bestZ = Float.NEGATIVE_INFINITY;
    for (int size : sizes) {
      float z = size <= count ? largestZ(greenBefore, size, gamma) : 0;
      if (z > bestZ) {
        best = size;
        bestZ = z;
      }
    }
    float green = bestZ * deviation(best, gamma) + (float) (gamma * best);
    return new BestStretch(best, (int) green, bestZ);
  }

  private static void requireFit(List<Integer> sizes, int count) {
    if (sizes.stream().noneMatch(size -> size <= count)) {
      throw new RefusedSequence(
          "no-fitting-window",
          "windowSizes must hold one within 1..%d but are %s".formatted(count, sizes));
    }
  }

  private static float largestZ(int[] greenBefore, int size, double gamma) {
    float expected = (float) (gamma * size);
    float deviation = deviation(size, gamma);
    float largest = Float.NEGATIVE_INFINITY;
    for (int end = size; end < greenBefore.length; end++) {
      int green = greenBefore[end] - greenBefore[end - size];
      largest = Math.max(largest, (green - expected) / deviation);
    }
    return largest;
  }

  private static float deviation(int size, double gamma) {
    return (float) Math.sqrt(size * gamma * (1 - gamma));
  }
}
