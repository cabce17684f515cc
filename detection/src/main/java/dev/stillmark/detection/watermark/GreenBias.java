package dev.stillmark.detection.watermark;

import java.util.BitSet;
import java.util.random.RandomGenerator;

/**
 * The soft green-list watermark: a constant δ added to the log-probability of every green id before
 * the next token is sampled.
 *
 * <p>Source: Kirchenbauer et al., "A Watermark for Large Language Models" (2023), algorithm 2.
 */
public final class GreenBias implements Embedder {

  /** δ in transformers, lm-watermarking and MarkLLM unless said otherwise. */
  public static final double DEFAULT_BIAS = 2;

  private final GreenIds greenIds;
  private final double factor;

  /**
   * @param bias δ, finite
   */
  public GreenBias(GreenIds greenIds, double bias) {
    if (!Double.isFinite(bias)) {
      throw new IllegalArgumentException("bias must be finite but is " + bias);
    }
    this.greenIds = greenIds;
    this.factor = StrictMath.exp(bias);
  }

  @Override
  public int choose(double[] probabilities, long[] ids, int length, RandomGenerator random) {
    BitSet green = greenIds.next(probabilities, ids, length);
    double total = 0;
    for (int id = 0; id < probabilities.length; id++) {
      total += weight(probabilities, green, id);
    }
    double left = random.nextDouble() * total;
    int chosen = -1;
    for (int id = 0; id < probabilities.length && left >= 0; id++) {
      double weight = weight(probabilities, green, id);
      left -= weight;
      // Rounding may leave a rest behind the last id: then it is the last possible one.
      chosen = weight > 0 ? id : chosen;
    }
    return requireChosen(chosen);
  }

  private double weight(double[] probabilities, BitSet green, int id) {
    return green.get(id) ? probabilities[id] * factor : probabilities[id];
  }

  private static int requireChosen(int chosen) {
    if (chosen < 0) {
      throw new IllegalArgumentException("probabilities must not all be 0");
    }
    return chosen;
  }
}
