package dev.stillmark.testkit;

import dev.stillmark.testkit.Grammar.Rule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How one house writes: cumulative weights over the alternatives of every rule.
 *
 * <p>Words and sentence shapes are weighed mildly; of each habit a house has a few favourites that
 * it uses nearly always. Houses draw independently from the same stock, so they share habits by
 * chance, as real model families do.
 */
record HouseStyle(Map<String, double[]> weights) {

  private static final int FAVOURITES = 4;
  private static final double FAVOUR = 40;

  static HouseStyle draw(Grammar grammar, Seed seed) {
    Map<String, double[]> weights = new HashMap<>();
    grammar
        .rules()
        .forEach((name, rule) -> weights.put(name, draw(rule, seed.child(name).random())));
    return new HouseStyle(weights);
  }

  /** A style between two: in each rule it chooses as the other does in a share of cases. */
  HouseStyle leaningTo(HouseStyle other, double share) {
    Map<String, double[]> mixed = new HashMap<>();
    weights.forEach((rule, own) -> mixed.put(rule, mix(own, other.of(rule), share)));
    return new HouseStyle(mixed);
  }

  int choose(String rule, SplittableRandom random) {
    double[] cumulative = of(rule);
    double at = random.nextDouble() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, at);
    return found < 0 ? -found - 1 : found + 1;
  }

  private double[] of(String rule) {
    double[] found = weights.get(rule);
    if (found == null) {
      throw new IllegalArgumentException("the grammar has no rule " + rule);
    }
    return found;
  }

  private static double[] draw(Rule rule, SplittableRandom random) {
    double[] weights = new double[rule.alternatives().size()];
    double spread = rule.kind() == Grammar.Kind.WORDS ? 4 : 1.5;
    Arrays.setAll(weights, i -> StrictMath.pow(spread, 2 * random.nextDouble() - 1));
    if (rule.kind() == Grammar.Kind.HABIT) {
      for (int i = 0; i < FAVOURITES; i++) {
        weights[random.nextInt(weights.length)] = FAVOUR;
      }
    }
    for (int i = 1; i < weights.length; i++) {
      weights[i] += weights[i - 1];
    }
    return weights;
  }

  private static double[] mix(double[] own, double[] other, double share) {
    int last = own.length - 1;
    double[] mixed = new double[own.length];
    Arrays.setAll(mixed, i -> (1 - share) * own[i] / own[last] + share * other[i] / other[last]);
    return mixed;
  }
}
