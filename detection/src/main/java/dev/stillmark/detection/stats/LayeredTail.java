package dev.stillmark.detection.stats;

import java.util.Arrays;

/**
 * P(X_1 + … + X_L ≥ s) in log10 for independent draws from one law over whole numbers, however
 * small it is.
 *
 * <p>The law is tilted by e^(θx) so that s becomes the sum's mean, and convolved there; all terms
 * are positive, so nothing cancels, and the tilt is taken back under the sum over the tail. Source:
 * the change of measure of Esscher (1932), carried out exactly.
 */
public final class LayeredTail {

  private static final double LN_10 = StrictMath.log(10);

  /** e^-700 is still a normal double. */
  private static final double STEEPEST = 700;

  /** weights[u]: of the value {@code greatest - u}; the first and the last are positive. */
  private final double[] weights;

  private final double total;
  private final long greatest;
  private final int layers;

  /**
   * @param weights how often a layer takes each value, index = value; not all zero
   * @param layers L, at least 1
   */
  public LayeredTail(long[] weights, int layers) {
    int least = 0;
    int end = weights.length;
    while (end > 0 && weights[end - 1] == 0) {
      end--;
    }
    while (least < end && weights[least] == 0) {
      least++;
    }
    if (layers < 1 || least == end) {
      throw new IllegalArgumentException(
          "layers and values must be at least 1 but are %d and %d".formatted(layers, end - least));
    }
    if (Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
      throw new IllegalArgumentException("weights must not be negative");
    }
    this.weights = new double[end - least];
    for (int u = 0; u < this.weights.length; u++) {
      this.weights[u] = weights[end - 1 - u];
    }
    this.total = sum(this.weights);
    this.greatest = end - 1L;
    this.layers = layers;
  }

  private LayeredTail(double[] weights, double total, long greatest, int layers) {
    this.weights = weights;
    this.total = total;
    this.greatest = greatest;
    this.layers = layers;
  }

  /** The sum's mean. */
  public double mean() {
    return layers * (greatest - meanShortfall(weights));
  }

  /** The sum's variance. */
  public double variance() {
    double mean = meanShortfall(weights);
    double sum = 0;
    for (int u = 0; u < weights.length; u++) {
      sum += weights[u] * (u - mean) * (u - mean);
    }
    return layers * sum / total;
  }

  /** log10 P(sum ≥ s); negative infinity where no draw reaches s. */
  public double log10(long s) {
    long shortfall = layers * greatest - s;
    if (shortfall < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    long most = (long) layers * (weights.length - 1);
    if (shortfall >= most) {
      return 0;
    }
    if (s > mean()) {
      return logUpper((int) shortfall) / LN_10;
    }
    double rest = StrictMath.exp(mirrored().logUpper((int) (most - shortfall - 1)));
    return StrictMath.log1p(-rest) / LN_10 + 0.0;
  }

  /** The law of the negated values, for which a lower tail is an upper one. */
  private LayeredTail mirrored() {
    double[] mirrored = new double[weights.length];
    for (int u = 0; u < mirrored.length; u++) {
      mirrored[u] = weights[weights.length - 1 - u];
    }
    return new LayeredTail(mirrored, total, 0, layers);
  }

  /** ln P(the layers fall short of their greatest values by at most {@code bound} in all). */
  private double logUpper(int bound) {
    double tilt = tiltFor((double) bound / layers);
    double[] tilted = tilted(tilt);
    double mass = sum(tilted);
    for (int u = 0; u < tilted.length; u++) {
      tilted[u] /= mass;
    }
    double[] half = Convolution.power(tilted, layers / 2, bound);
    double[] rest = Convolution.power(tilted, layers - layers / 2, bound);
    double[] within = decayingSums(rest, StrictMath.exp(-tilt), bound);
    double sum = 0;
    for (int u = 0; u < half.length; u++) {
      sum += half[u] * within[bound - u];
    }
    return layers * StrictMath.log(mass / total) + tilt * bound + StrictMath.log(sum);
  }

  /** Entry y: Σ over v ≤ y of masses[v] · decay^(y-v). */
  private static double[] decayingSums(double[] masses, double decay, int bound) {
    double[] sums = new double[bound + 1];
    double sum = 0;
    for (int y = 0; y <= bound; y++) {
      sum = sum * decay + (y < masses.length ? masses[y] : 0);
      sums[y] = sum;
    }
    return sums;
  }

  /** The tilt at which a layer falls short by {@code target} on average. */
  private double tiltFor(double target) {
    double low = 0;
    double high = STEEPEST;
    for (int i = 0; i < 60 && meanShortfall(tilted(low)) > target; i++) {
      double middle = (low + high) / 2;
      if (meanShortfall(tilted(middle)) > target) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double[] tilted(double tilt) {
    double[] tilted = new double[weights.length];
    for (int u = 0; u < tilted.length; u++) {
      tilted[u] = weights[u] * StrictMath.exp(-tilt * u);
    }
    return tilted;
  }

  private static double meanShortfall(double[] weights) {
    double sum = 0;
    for (int u = 0; u < weights.length; u++) {
      sum += weights[u] * u;
    }
    return sum / sum(weights);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
