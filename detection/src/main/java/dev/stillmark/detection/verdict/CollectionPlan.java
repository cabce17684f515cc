package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.NullLaw;
import java.util.function.LongPredicate;

/**
 * How much must be collected before a test is likely to find a mark of a declared strength.
 *
 * @param distinctItems units of evidence, as a verdict's {@code scored} counts them
 * @param tokens scored tokens, repeats included
 * @param outputs outputs of the suspect
 */
public record CollectionPlan(long distinctItems, double tokens, double outputs) {

  /** The weight of a set that was never sampled, which every reported e-value carries. */
  private static final double COMPLETE_SET_WEIGHT = 0.99;

  private static final long MOST_ITEMS = 1L << 40;

  /**
   * The plan under which the e-value reaches {@code tests / alpha} with at least this power, give
   * or take the small steps in which the power of counts rises and falls.
   *
   * @param effect the share of green tokens or set bits under Hp, or for uniform draws the mean
   *     exponential score of a marked draw; above what it is without a mark
   * @param alpha the error rate over all tests, in (0, 1)
   * @param tests K, at least 1: keys and teachers that will be tried
   * @param power in (0, 1)
   * @throws IllegalArgumentException where no attainable number of items suffices
   */
  public static CollectionPlan of(
      NullLaw law, double effect, double alpha, int tests, double power, TextYield yield) {
    requireEffect(law, effect);
    requireShare("alpha", alpha);
    requireShare("power", power);
    if (tests < 1) {
      throw new IllegalArgumentException("tests must be at least 1 but is " + tests);
    }
    double threshold = StrictMath.log10(tests / (alpha * COMPLETE_SET_WEIGHT));
    long items = fewest(mostItems(law), n -> WatermarkPower.of(law, n, effect, threshold) >= power);
    double tokens = yield.tokensFor(items);
    return new CollectionPlan(items, tokens, Math.ceil(tokens / yield.tokensPerOutput()));
  }

  private static void requireEffect(NullLaw law, double effect) {
    double absent = WatermarkPower.absentEffect(law);
    double most =
        switch (law) {
          case NullLaw.GreenList _, NullLaw.FixedList _, NullLaw.Coin _, NullLaw.Bits _ -> 1;
          case NullLaw.Uniform uniform -> uniform.scale().score(uniform.scale().levels() - 1);
          case NullLaw.TwoUniforms two -> two.scale().score(two.scale().levels() - 1);
        };
    if (!(effect > absent && effect < most)) {
      throw new IllegalArgumentException(
          "effect must be within (%s, %s) but is %s".formatted(absent, most, effect));
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be within (0, 1) but is " + value);
    }
  }

  private static long mostItems(NullLaw law) {
    return switch (law) {
      case NullLaw.FixedList fixed -> fixed.vocabularySize();
      case NullLaw.GreenList _,
          NullLaw.Coin _,
          NullLaw.Bits _,
          NullLaw.Uniform _,
          NullLaw.TwoUniforms _ ->
          MOST_ITEMS;
    };
  }

  private static long fewest(long most, LongPredicate suffices) {
    long tooFew = 0;
    long enough = 1;
    while (!suffices.test(Math.min(enough, most))) {
      if (enough >= most) {
        throw new IllegalArgumentException(
            "the items needed must be at most %d but are more for so small an effect"
                .formatted(most));
      }
      tooFew = enough;
      enough *= 2;
    }
    enough = Math.min(enough, most);
    while (enough - tooFew > 1) {
      long middle = tooFew + (enough - tooFew) / 2;
      if (suffices.test(middle)) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return enough;
  }
}
