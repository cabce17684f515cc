package dev.stillmark.detection.watermark.lmwatermarking;

import dev.stillmark.detection.random.SeedModulus;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;

/** How a pseudorandom function takes its key, and with it which keys mark alike. */
enum KeyUse {
  /** An unbounded integer whose product is reduced modulo 2^64 - 1. */
  RESIDUE,
  /** An unbounded integer whose product is the seed as it is. */
  UNREDUCED,
  /** A 64-bit word whose wrapping product is the seed. */
  WRAPPED,
  /** A 64-bit word that all counts, by an order of signed words or by a hash. */
  WORD,
  /** A 64-bit word whose products with tokens are hashed modulo a million. */
  HASHED;

  private static final long LOW_HALF = 0xffffffffL;

  /** A value that is equal for keys which mark alike: torch seeds with the low half of a word. */
  Object effective(BigInteger key, int vocabularySize) {
    return switch (this) {
      case RESIDUE -> SeedModulus.residue(key) & LOW_HALF;
      case UNREDUCED, WRAPPED -> key.longValue() & LOW_HALF;
      case WORD -> key.longValue();
      case HASHED ->
          wraps(key, vocabularySize)
              ? key.longValue()
              : Math.floorMod(key.longValue(), (long) HashTable.SIZE);
    };
  }

  private static boolean wraps(BigInteger key, int vocabularySize) {
    return key.abs().multiply(BigInteger.valueOf(vocabularySize)).bitLength() > 63;
  }

  /** Torch takes no integer beyond 64 signed bits into the product of a tensor. */
  void requireTakes(WatermarkKey key) {
    boolean unbounded =
        switch (this) {
          case RESIDUE, UNREDUCED -> true;
          case WRAPPED, WORD, HASHED -> false;
        };
    if (!unbounded && key.value().bitLength() > 63) {
      throw new IllegalArgumentException(
          "key must be within [-2^63, 2^63-1] under this seedingScheme but is larger");
    }
  }
}
