package dev.stillmark.detection.attribution.ranking;

/**
 * The scores of models that a teacher did not teach, each family weighing the square root of its
 * size: more than one model, less than as many independent ones.
 */
final class NullSample {

  private final double[] scores;
  private final double[] lengths;
  private final int[] families;
  private int largestFamily;
  private int size;

  /**
   * @param most how many models it may come to hold
   */
  NullSample(int most) {
    scores = new double[most];
    lengths = new double[most];
    families = new int[most];
  }

  /** Adds a model; one without a score or a length tells nothing and is left out. */
  void add(double score, double length, int family) {
    if (Double.isNaN(score) || Double.isNaN(length)) {
      return;
    }
    scores[size] = score;
    lengths[size] = length;
    families[size] = family;
    largestFamily = Math.max(largestFamily, family);
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
    int[] models = new int[largestFamily + 1];
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
