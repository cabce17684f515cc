package dev.stillmark.detection.random;

import java.util.function.IntToDoubleFunction;

/**
 * The Gumbel-max rule: of uniform draws u, the token whose u^(1/p) is largest has been sampled from
 * p.
 *
 * <p>Source: Aaronson (2022), "My AI safety lecture for UT Effective Altruism".
 */
public final class GumbelRace {

  private GumbelRace() {}

  /**
   * The winning index; the lowest of equals.
   *
   * @param probabilities at least one of them positive
   * @param uniforms the draw of an index, in [0, 1); not asked where the probability is 0
   */
  public static int winner(double[] probabilities, IntToDoubleFunction uniforms) {
    int winner = -1;
    double best = 0;
    for (int token = 0; token < probabilities.length; token++) {
      if (probabilities[token] > 0) {
        double power = StrictMath.log(uniforms.applyAsDouble(token)) / probabilities[token];
        if (winner < 0 || power > best) {
          winner = token;
          best = power;
        }
      }
    }
    if (winner < 0) {
      throw new IllegalArgumentException("probabilities must hold a positive one but hold none");
    }
    return winner;
  }

  /** An ordinary sample, where the rule has no draws. */
  public static int sample(double[] probabilities, double uniform) {
    int last = -1;
    double left = uniform;
    for (int token = 0; token < probabilities.length; token++) {
      if (probabilities[token] > 0) {
        last = token;
        left -= probabilities[token];
        if (left < 0) {
          return token;
        }
      }
    }
    if (last < 0) {
      throw new IllegalArgumentException("probabilities must hold a positive one but hold none");
    }
    return last;
  }
}
