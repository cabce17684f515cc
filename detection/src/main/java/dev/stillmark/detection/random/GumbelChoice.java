package dev.stillmark.detection.random;

import java.util.function.IntToDoubleFunction;

/**
 * Sampling by given uniform draws: the index of the largest ln(u) / p, which over random u has
 * exactly its probability p.
 *
 * <p>It is also the index of the largest ln p - ln(-ln u). Source: Aaronson, "My AI safety lecture
 * for UT Effective Altruism" (2022); Gumbel (1954).
 */
public final class GumbelChoice {

  private GumbelChoice() {}

  /**
   * The lowest of several equal ones.
   *
   * @param uniform the draw of an index, within (0, 1); asked only where the probability is not 0
   */
  public static int largest(double[] probabilities, IntToDoubleFunction uniform) {
    int best = 0;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i] > 0) {
        double value = StrictMath.log(uniform.applyAsDouble(i)) / probabilities[i];
        if (value > largest) {
          best = i;
          largest = value;
        }
      }
    }
    return best;
  }
}
