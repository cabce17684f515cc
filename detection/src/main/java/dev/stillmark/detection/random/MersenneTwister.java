package dev.stillmark.detection.random;

/**
 * MT19937 as what it is, one long recurrence of 32-bit words: the last stretch of them, behind the
 * words that it follows from.
 *
 * <p>Scratch space for one thread: neither seeding nor drawing allocates. Source: Matsumoto and
 * Nishimura, "Mersenne Twister" (1998).
 */
final class MersenneTwister {

  /** Words that the recurrence looks back, and that seeding fills. */
  static final int STATE = 624;

  private static final int MIDDLE = 397;

  private final int[] words;

  /**
   * The same array by another name. Through one name the compiler sees that a word's neighbour is
   * the next iteration's word, loads it once, and then cannot use vector loads, which overlap.
   */
  private final int[] neighbours;

  /** Where the stretch held begins, and where it ends. */
  private int start = STATE;

  private int end = STATE;

  /** With room for {@code run} words behind the state. */
  MersenneTwister(int run) {
    this.words = new int[STATE + run];
    this.neighbours = words;
  }

  void seed(int seed) {
    int[] state = words;
    int word = seed;
    state[0] = word;
    for (int j = 1; j < STATE; j++) {
      word = next(word, j);
      state[j] = word;
    }
    end = STATE;
  }

  /** Takes over a state that was seeded elsewhere. */
  void seedWith(int[] states, int from) {
    System.arraycopy(states, from, words, 0, STATE);
    end = STATE;
  }

  /** The word of a seeded state behind {@code word}, at index {@code j}. */
  static int next(int word, int j) {
    return 1812433253 * (word ^ (word >>> 30)) + j;
  }

  /**
   * Holds the next {@code count} words in place of those before. They stay behind one another until
   * the room is used up: copying the state costs more than the cache that this takes.
   */
  void hold(int count) {
    if (end + count > words.length) {
      System.arraycopy(words, end - STATE, words, 0, STATE);
      end = STATE;
    }
    start = end;
    end += count;
    extend(words, neighbours, start - STATE, end - STATE);
  }

  private static void extend(int[] words, int[] neighbours, int from, int to) {
    for (int k = from; k < to; k++) {
      words[k + STATE] = words[k + MIDDLE] ^ twist(words[k], neighbours[k + 1]);
    }
  }

  private static int twist(int upper, int lower) {
    int joined = (upper & 0x80000000) | (lower & 0x7fffffff);
    return (joined >>> 1) ^ (-(lower & 1) & 0x9908b0df);
  }

  /**
   * The words before tempering: those since seeding stand from {@link #STATE} on as long as the
   * room was never used up.
   */
  int[] words() {
    return words;
  }

  /** Writes the first {@code count} draws held. */
  void copyDraws(int[] draws, int count) {
    int[] from = words;
    int shift = start;
    for (int k = 0; k < count; k++) {
      draws[k] = temper(from[k + shift]);
    }
  }

  /** The last draw held. */
  int lastDraw() {
    return temper(words[end - 1]);
  }

  /** The draw that a word stands for. */
  static int temper(int word) {
    int mixed = word ^ (word >>> 11);
    mixed ^= (mixed << 7) & 0x9d2c5680;
    mixed ^= (mixed << 15) & 0xefc60000;
    return mixed ^ (mixed >>> 18);
  }
}
