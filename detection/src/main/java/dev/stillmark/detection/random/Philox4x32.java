package dev.stillmark.detection.random;

/**
 * Philox4x32-10, a counter-based generator: a bijection of four 32-bit words under two key words.
 *
 * <p>Allocates nothing. Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as
 * 1, 2, 3" (2011).
 */
public final class Philox4x32 {

  /** Words of a counter and of its draws. */
  public static final int WORDS = 4;

  private static final int ROUNDS = 10;
  private static final long FIRST_MULTIPLIER = 0xD2511F53L;
  private static final long SECOND_MULTIPLIER = 0xCD9E8D57L;
  private static final int FIRST_WEYL = 0x9E3779B9;
  private static final int SECOND_WEYL = 0xBB67AE85;

  private Philox4x32() {}

  /** Replaces a counter of four words by its four draws. */
  public static void draw(int[] counter, int key0, int key1) {
    int c0 = counter[0];
    int c1 = counter[1];
    int c2 = counter[2];
    int c3 = counter[3];
    int k0 = key0;
    int k1 = key1;
    for (int round = 0; round < ROUNDS; round++) {
      long first = FIRST_MULTIPLIER * Integer.toUnsignedLong(c0);
      long second = SECOND_MULTIPLIER * Integer.toUnsignedLong(c2);
      c0 = (int) (second >>> 32) ^ c1 ^ k0;
      c1 = (int) second;
      c2 = (int) (first >>> 32) ^ c3 ^ k1;
      c3 = (int) first;
      k0 += FIRST_WEYL;
      k1 += SECOND_WEYL;
    }
    counter[0] = c0;
    counter[1] = c1;
    counter[2] = c2;
    counter[3] = c3;
  }
}
