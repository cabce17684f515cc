package dev.stillmark.detection.watermark.sglang;

import java.math.BigInteger;
import java.util.List;

/** Which key draws for a context: the one there is, or A or B by a keyed coin. */
sealed interface KeyChoice {

  /** Without a second key. */
  record One(KeyState key) implements KeyChoice {

    @Override
    public KeyState after(int contextHash) {
      return key;
    }
  }

  /**
   * A where the coin is below the threshold, else B.
   *
   * @param both the state behind both keys, of which the coin is a function
   */
  record Two(KeyState first, KeyState second, KeyState both, long threshold) implements KeyChoice {

    @Override
    public KeyState after(int contextHash) {
      return picksFirst(contextHash) ? first : second;
    }

    boolean picksFirst(int contextHash) {
      return Integer.toUnsignedLong(both.coin(contextHash)) < threshold;
    }
  }

  KeyState after(int contextHash);

  static KeyChoice one(BigInteger key) {
    return new One(KeyState.of(key));
  }

  /** The threshold is ⌊P · 2^32⌋. */
  static KeyChoice two(List<BigInteger> keys, double mixingProbability) {
    KeyState first = KeyState.of(keys.getFirst());
    KeyState second = KeyState.of(keys.getLast());
    long threshold = (long) (mixingProbability * 0x1p32);
    return new Two(first, second, first.and(keys.getLast()), threshold);
  }
}
