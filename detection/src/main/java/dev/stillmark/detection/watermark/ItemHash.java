package dev.stillmark.detection.watermark;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A keyed 64-bit hash of a few 64-bit words: SipHash-2-4 under a 128-bit key.
 *
 * <p>Group and item ids leave the process. As keyed hashes they do not let anyone search for the
 * watermark key offline. Words are hashed as their little-endian bytes, so that tuples of different
 * length never share an input. Immutable; allocates nothing. Source: Aumasson and Bernstein,
 * "SipHash: a fast short-input PRF" (2012).
 */
final class ItemHash {

  static final int KEY_BYTES = 16;

  private final long key0;
  private final long key1;

  ItemHash(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "an item hash key must hold %d bytes but holds %d".formatted(KEY_BYTES, key.length));
    }
    ByteBuffer words = ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN);
    this.key0 = words.getLong();
    this.key1 = words.getLong();
  }

  /** The group of a seed. */
  long group(long seed) {
    return hash(seed, 0, 0, 1);
  }

  /** The item of a token scored under a seed. */
  long item(long seed, long token) {
    return hash(seed, token, 0, 2);
  }

  long hash(long first, long second) {
    return hash(first, second, 0, 2);
  }

  long hash(long first, long second, long third) {
    return hash(first, second, third, 3);
  }

  /** The hash of the first {@code words} of three 64-bit words. */
  long hash(long first, long second, long third, int words) {
    long v0 = key0 ^ 0x736f6d6570736575L;
    long v1 = key1 ^ 0x646f72616e646f6dL;
    long v2 = key0 ^ 0x6c7967656e657261L;
    long v3 = key1 ^ 0x7465646279746573L;
    for (int at = 0; at <= words + 1; at++) {
      boolean finishes = at == words + 1;
      long block = finishes ? 0 : block(at, first, second, third, words);
      v3 ^= block;
      v2 ^= finishes ? 0xff : 0;
      for (int round = finishes ? 4 : 2; round > 0; round--) {
        v0 += v1;
        v2 += v3;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 = Long.rotateLeft(v2, 32);
      }
      v0 ^= block;
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  /** The word at this place; after the last one, the length in bytes closes the message. */
  private static long block(int at, long first, long second, long third, int words) {
    if (at == words) {
      return (8L * words) << 56;
    }
    return at == 0 ? first : at == 1 ? second : third;
  }
}
