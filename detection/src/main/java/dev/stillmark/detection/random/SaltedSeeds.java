package dev.stillmark.detection.random;

import java.math.BigInteger;

/**
 * Generator seeds from a window of tokens: s = (s · 35317 + token) mod 2^64 - 1 from a first seed
 * on, in unbounded integers.
 *
 * <p>Source: three_bricks' {@code get_seed_rng} with seeding 'hash' and its default salt; MarkLLM's
 * PF has taken it over. Immutable and safe for use by many threads.
 */
public final class SaltedSeeds {

  private static final long SALT = 35_317;
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private final long first;
  private final int window;

  /**
   * @param first any integer; only its residue matters
   * @param window tokens that a seed looks back
   */
  public SaltedSeeds(BigInteger first, int window) {
    this.first = residue(first);
    this.window = window;
  }

  /** What of a first seed is used: an unsigned number below 2^64 - 1. */
  public static long residue(BigInteger first) {
    return first.mod(MODULUS).longValue();
  }

  /** The seed for the token at {@code position}, unsigned; torch uses its low 32 bits. */
  public long at(long[] ids, int position) {
    long seed = first;
    for (int i = position - window; i < position; i++) {
      seed = sum(product(seed), residue(ids[i]));
    }
    return seed;
  }

  /** A negative number gains 2^64 - 1, which in two's complement is one less. */
  private static long residue(long signed) {
    return signed < 0 ? signed - 1 : reduced(signed);
  }

  /** As 2^64 is 1 modulo 2^64 - 1, the halves of the 128-bit product add up. */
  private static long product(long seed) {
    return sum(seed * SALT, Math.unsignedMultiplyHigh(seed, SALT));
  }

  private static long sum(long a, long b) {
    long sum = a + b;
    return reduced(Long.compareUnsigned(sum, a) < 0 ? sum + 1 : sum);
  }

  private static long reduced(long value) {
    return value == -1 ? 0 : value;
  }
}
