package dev.stillmark.detection.random;

/**
 * The states of MT19937 behind a few seeds, filled side by side.
 *
 * <p>Each word of a state needs the one before it, so one seed by itself waits for its
 * multiplications; four in one loop hide three quarters of that. Scratch space for one thread.
 */
final class SeedLanes {

  static final int LANES = 4;

  private static final int WORDS = MersenneTwister.STATE;

  private final int[] states = new int[LANES * WORDS];

  /** Fills all lanes from {@code seeds}. */
  void seed(int[] seeds) {
    int[] to = states;
    int a = seeds[0];
    int b = seeds[1];
    int c = seeds[2];
    int d = seeds[3];
    for (int j = 0; j < WORDS; j++) {
      to[j] = a;
      to[j + WORDS] = b;
      to[j + 2 * WORDS] = c;
      to[j + 3 * WORDS] = d;
      a = MersenneTwister.next(a, j + 1);
      b = MersenneTwister.next(b, j + 1);
      c = MersenneTwister.next(c, j + 1);
      d = MersenneTwister.next(d, j + 1);
    }
  }

  void copyTo(MersenneTwister twister, int lane) {
    twister.seedWith(states, lane * WORDS);
  }
}
