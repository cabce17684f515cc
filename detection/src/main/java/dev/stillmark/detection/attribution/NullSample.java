package dev.stillmark.detection.attribution;

import java.util.Arrays;

/**
 * The scores of models that a teacher did not teach, each family weighing the square root of its
 * size: more than one model, less than as many independent ones.
 */
final class NullSample {

  private double[] scores = new double[16];
  private double[] lengths = new double[16];
  private int[] families = new int[16];
  private int size;

  /** Adds a model; one without a score or a length tells nothing and is left out. */
  void add(double score, double length, int family) {
    if (Double.isNaN(score) || Double.isNaN(length)) {
      return;
    }
    if (size == scores.length) {
      scores = Arrays.copyOf(scores, 2 * size);
      lengths = Arrays.copyOf(lengths, 2 * size);
      families = Arrays.copyOf(families, 2 * size);
    }
    scores[size] = score;
    lengths[size] = length;
    families[size] = family;
    size++;
  }

  int size() {
    return size;
  }

  double score(int model) {
    return scores[model];
  }

  double length(int model) {
    return lengths[model];
  }

  /** One per model, their sum being the number of models. */
  double[] weights() {
    int[] models = new int[Arrays.stream(families, 0, size).max().orElse(0) + 1];
    for (int i = 0; i < size; i++) {
      models[families[i]]++;
    }
    double[] weights = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      weights[i] = 1 / Math.sqrt(models[families[i]]);
      sum += weights[i];
    }
    for (int i = 0; i < size; i++) {
      weights[i] *= size / sum;
    }
    return weights;
  }
}
