package dev.stillmark.detection.random;

import java.util.random.RandomGenerator;

/** Ordinary sampling: one index, drawn with its weight, by inversion. */
public final class CategoricalDraw {

  private CategoricalDraw() {}

  /** The weights must not be negative and not all zero; their sum need not be 1. */
  public static int from(double[] weights, RandomGenerator random) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = random.nextDouble() * sum;
    int last = -1;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        last = i;
        left -= weights[i];
        if (left < 0) {
          return i;
        }
      }
    }
    if (last < 0) {
      throw new IllegalArgumentException(
          "weights must hold a positive one but none of %d is".formatted(weights.length));
    }
    return last;
  }
}
