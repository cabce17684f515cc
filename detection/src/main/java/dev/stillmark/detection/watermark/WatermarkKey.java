package dev.stillmark.detection.watermark;

import java.math.BigInteger;
import java.util.List;

/**
 * A secret watermark key: one or more integers within [-2^63, 2^64-1], as many as its scheme needs.
 * Its values never show in a text form.
 */
public final class WatermarkKey {

  private static final int MOST_WORDS = 1024;
  private static final BigInteger LEAST = BigInteger.ONE.shiftLeft(63).negate();
  private static final BigInteger GREATEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private final List<BigInteger> words;

  private WatermarkKey(List<BigInteger> words) {
    this.words = words;
  }

  public static WatermarkKey of(BigInteger value) {
    return of(List.of(value));
  }

  public static WatermarkKey of(long value) {
    return of(BigInteger.valueOf(value));
  }

  public static WatermarkKey of(List<BigInteger> words) {
    if (words.isEmpty() || words.size() > MOST_WORDS) {
      throw new IllegalArgumentException(
          "key must hold 1..%d integers but holds %d".formatted(MOST_WORDS, words.size()));
    }
    for (BigInteger word : words) {
      if (word.compareTo(LEAST) < 0 || word.compareTo(GREATEST) > 0) {
        throw new IllegalArgumentException(
            "key must be within [-2^63, 2^64-1] but has %d bits".formatted(word.bitLength()));
      }
    }
    return new WatermarkKey(List.copyOf(words));
  }

  /** The key's integers, in order. */
  public List<BigInteger> words() {
    return words;
  }

  /**
   * The integer of a key that holds one.
   *
   * @throws IllegalArgumentException where it holds several
   */
  public BigInteger value() {
    if (words.size() != 1) {
      throw new IllegalArgumentException("key must be a single integer but holds " + words.size());
    }
    return words.getFirst();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WatermarkKey that && words.equals(that.words);
  }

  @Override
  public int hashCode() {
    return words.hashCode();
  }

  @Override
  public String toString() {
    return "WatermarkKey[hidden]";
  }
}
