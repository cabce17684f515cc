package dev.stillmark.detection.stats;

import java.util.List;
import java.util.function.LongPredicate;

/**
 * The power of the green-list e-value when every seed has scored one token: how probable it is that
 * E reaches a threshold if each token is green with a share above G/V.
 */
public final class BinomialPower {

  private static final long MOST_ITEMS = 1L << 40;

  private BinomialPower() {}

  /**
   * P(log10 E ≥ threshold) over {@code distinctItems} items; 0 where not even green tokens alone
   * reach it.
   */
  public static double of(
      int vocabularySize,
      int greenListSize,
      long distinctItems,
      double greenShareUnderHp,
      double log10Threshold) {
    requireShare(greenShareUnderHp);
    long least = leastGreen(vocabularySize, greenListSize, distinctItems, log10Threshold);
    return tail(distinctItems, least, greenShareUnderHp);
  }

  /**
   * The same where one list colours all items, which are {@code distinctTypes} of its V ids; more
   * than V count as V. Under Hp types are taken as independent, which spreads their green count a
   * little more than a draw without replacement would.
   */
  public static double ofOneList(
      int vocabularySize,
      int greenListSize,
      long distinctTypes,
      double greenShareUnderHp,
      double log10Threshold) {
    requireShare(greenShareUnderHp);
    int types = (int) Math.min(distinctTypes, vocabularySize);
    long average = (long) types * greenListSize / vocabularySize;
    long most = Math.min(types, greenListSize);
    long least =
        least(
            average,
            most + 1,
            green -> log10OfOneList(vocabularySize, greenListSize, types, green) >= log10Threshold);
    return least > most ? 0 : tail(types, least, greenShareUnderHp);
  }

  private static double log10OfOneList(
      int vocabularySize, int greenListSize, int types, long green) {
    return GreenListEvalue.log10(
        vocabularySize, greenListSize, List.of(new SeedCount(types, (int) green, 1)));
  }

  private static double tail(long items, long least, double share) {
    return StrictMath.pow(10, BinomialTail.log10(items, least, share, 1 - share));
  }

  /**
   * How many items give at least this power. Power falls a little wherever one more item does not
   * yet allow one more red token, so that a slightly smaller number may do as well.
   *
   * @throws IllegalArgumentException where the share is not above G/V, or so little above that 2^40
   *     items do not suffice
   */
  public static long itemsNeeded(
      int vocabularySize,
      int greenListSize,
      double greenShareUnderHp,
      double log10Threshold,
      double power) {
    requireReachable(vocabularySize, greenListSize, greenShareUnderHp, power);
    long enough = 1;
    while (of(vocabularySize, greenListSize, enough, greenShareUnderHp, log10Threshold) < power) {
      enough *= 2;
      if (enough > MOST_ITEMS) {
        throw new IllegalArgumentException(
            "the items needed must be at most 2^40 but are more for a green share of "
                + greenShareUnderHp);
      }
    }
    long tooFew = enough / 2;
    while (enough - tooFew > 1) {
      long middle = tooFew + (enough - tooFew) / 2;
      if (of(vocabularySize, greenListSize, middle, greenShareUnderHp, log10Threshold) < power) {
        tooFew = middle;
      } else {
        enough = middle;
      }
    }
    return enough;
  }

  /** The smallest green count that reaches the threshold, or one more than all. */
  static long leastGreen(int vocabularySize, int greenListSize, long items, double log10Threshold) {
    return least(
        -1,
        items + 1,
        green -> {
          List<SeedCount> counts =
              List.of(new SeedCount(1, 1, green), new SeedCount(1, 0, items - green));
          return GreenListEvalue.log10(vocabularySize, greenListSize, counts) >= log10Threshold;
        });
  }

  /** The smallest number above {@code tooFew} that suffices, or {@code enough} if none below it. */
  private static long least(long tooFew, long enough, LongPredicate suffices) {
    long below = tooFew;
    long at = enough;
    while (at - below > 1) {
      long middle = below + (at - below) / 2;
      if (suffices.test(middle)) {
        at = middle;
      } else {
        below = middle;
      }
    }
    return at;
  }

  private static void requireShare(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("greenShareUnderHp must be within (0, 1) but is " + share);
    }
  }

  private static void requireReachable(
      int vocabularySize, int greenListSize, double share, double power) {
    double gamma = (double) greenListSize / vocabularySize;
    if (!(share > gamma && share < 1)) {
      throw new IllegalArgumentException(
          "greenShareUnderHp must be within (%s, 1) but is %s".formatted(gamma, share));
    }
    if (!(power > 0 && power < 1)) {
      throw new IllegalArgumentException("power must be within (0, 1) but is " + power);
    }
  }
}
