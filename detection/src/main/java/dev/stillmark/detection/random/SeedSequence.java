package dev.stillmark.detection.random;

/**
 * The words that NumPy's {@code SeedSequence} makes of one 32-bit entropy word.
 *
 * <p>Source: O'Neill, "Developing a seed_seq alternative" (2015), as in NumPy 2.4's {@code
 * numpy.random.bit_generator}, with its pool of four words and no spawn key.
 */
final class SeedSequence {

  private static final int POOL = 4;
  private static final int FIRST_MIXING = 0x43b0d7e5;
  private static final int NEXT_MIXING = 0x931e8875;
  private static final int FIRST_OUTPUT = 0x8b51f9dd;
  private static final int NEXT_OUTPUT = 0x58f38ded;
  private static final int LEFT = 0xca01f9dd;
  private static final int RIGHT = 0x4973f715;

  private final int[] pool = new int[POOL];
  private int constant = FIRST_MIXING;

  SeedSequence(int entropy) {
    for (int i = 0; i < POOL; i++) {
      pool[i] = hash(i == 0 ? entropy : 0, NEXT_MIXING);
    }
    for (int from = 0; from < POOL; from++) {
      for (int to = 0; to < POOL; to++) {
        if (from != to) {
          pool[to] = mix(pool[to], hash(pool[from], NEXT_MIXING));
        }
      }
    }
  }

  /** The first {@code count} words of {@code generate_state}. */
  int[] words(int count) {
    constant = FIRST_OUTPUT;
    int[] words = new int[count];
    for (int i = 0; i < count; i++) {
      words[i] = hash(pool[i % POOL], NEXT_OUTPUT);
    }
    return words;
  }

  private int hash(int value, int next) {
    int mixed = value ^ constant;
    constant *= next;
    mixed *= constant;
    return mixed ^ (mixed >>> 16);
  }

  private static int mix(int left, int right) {
    int mixed = LEFT * left - RIGHT * right;
    return mixed ^ (mixed >>> 16);
  }
}
