package dev.stillmark.detection.random;

/**
 * MurmurHash3_x86_32 over 32-bit words: mix one word after another into a state that starts as the
 * hash's seed, then finish it with their number.
 *
 * <p>The state is all that the hash keeps of the words before. Allocates nothing. Source: Appleby,
 * MurmurHash3 (public domain, 2011).
 */
public final class Murmur3 {

  private Murmur3() {}

  /** The state behind one more word; for one word a bijection of states. */
  public static int mix(int state, int word) {
    int k = Integer.rotateLeft(word * 0xcc9e2d51, 15) * 0x1b873593;
    return Integer.rotateLeft(state ^ k, 13) * 5 + 0xe6546b64;
  }

  /** The hash of as many words as were mixed. */
  public static int finish(int state, int words) {
    int h = state ^ (words * Integer.BYTES);
    h = (h ^ (h >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }
}
