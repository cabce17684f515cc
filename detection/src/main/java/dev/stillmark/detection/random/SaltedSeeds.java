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

  private final long first;
  private final int window;

  /**
   * @param first any integer; only its residue matters
   * @param window tokens that a seed looks back
   */
  public SaltedSeeds(BigInteger first, int window) {
    this.first = SeedModulus.residue(first);
    this.window = window;
  }

  /** The seed for the token at {@code position}, unsigned; torch uses its low 32 bits. */
  public long at(long[] ids, int position) {
    long seed = first;
    for (int i = position - window; i < position; i++) {
      seed = SeedModulus.sum(SeedModulus.product(seed, SALT), SeedModulus.residue(ids[i]));
    }
    return seed;
  }
}
