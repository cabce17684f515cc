package dev.stillmark.detection.random;

import java.util.function.IntToDoubleFunction;

/**
 * Sampling by given uniform draws: the index of the largest u^(1/p), which over random u has
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
   * @param probabilities at least one of them positive
   * @param uniform the draw of an index, within [0, 1); asked only where the probability is not 0
   */
  public static int largest(double[] probabilities, IntToDoubleFunction uniform) {
    int best = -1;
    double largest = 0;
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i] > 0) {
        double value = StrictMath.log(uniform.applyAsDouble(i)) / probabilities[i];
        if (best < 0 || value > largest) {
          best = i;
          largest = value;
        }
      }
    }
    if (best < 0) {
      throw new IllegalArgumentException("probabilities must hold a positive one but hold none");
    }
    return best;
  }
}
