package dev.stillmark.lanes;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * MT19937 behind eight seeds at once: row k of the state holds word k of each, a lane a seed.
 *
 * <p>The state is renewed in place, and draws leave in short runs, so that both stay in the
 * first-level cache. Scratch space for one thread. Source: Matsumoto and Nishimura, "Mersenne
 * Twister" (1998).
 */
final class TwisterLanes {

  static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_256;
  static final int LANES = 8;

  private static final int STATE = 624;
  private static final int MIDDLE = 397;

  /** So many rows follow from rows that no row of the same round has replaced. */
  static final int LONGEST_RUN = STATE - MIDDLE;

  /** The last row stands for the first of the next round, which is the last one's neighbour. */
  private final int[] state = new int[(STATE + 1) * LANES];

  private final int[] draws = new int[LONGEST_RUN * LANES];
  private int row;

  /** Seeds the lanes with the eight seeds from index {@code from} on. */
  void seed(int[] seeds, int from) {
    int[] to = state;
    IntVector word = IntVector.fromArray(SPECIES, seeds, from);
    word.intoArray(to, 0);
    for (int j = 1; j < STATE; j++) {
      word = word.lanewise(XOR, word.lanewise(LSHR, 30)).mul(1812433253).add(j);
      word.intoArray(to, j * LANES);
    }
    row = 0;
  }

  /**
   * Draws the next run in place of the last.
   *
   * @return how many draws each lane has made: at least one, at most {@code most}
   */
  int drawRun(int most) {
    int start = row;
    int end = Math.min(endOfRun(start), start + most);
    renew(state, draws, start, end, start < LONGEST_RUN ? MIDDLE : -LONGEST_RUN);
    if (start == 0) {
      System.arraycopy(state, 0, state, STATE * LANES, LANES);
    }
    row = end == STATE ? 0 : end;
    return end - start;
  }

  /** The draws of the last run, lane by lane for each. */
  int[] draws() {
    return draws;
  }

  private static int endOfRun(int start) {
    return Math.min(STATE, (start / LONGEST_RUN + 1) * LONGEST_RUN);
  }

  private static void renew(int[] state, int[] draws, int start, int end, int middle) {
    IntVector upper = IntVector.fromArray(SPECIES, state, start * LANES);
    for (int k = start; k < end; k++) {
      IntVector lower = IntVector.fromArray(SPECIES, state, (k + 1) * LANES);
      IntVector word =
          IntVector.fromArray(SPECIES, state, (k + middle) * LANES)
              .lanewise(XOR, twist(upper, lower));
      word.intoArray(state, k * LANES);
      temper(word).intoArray(draws, (k - start) * LANES);
      upper = lower;
    }
  }

  private static IntVector twist(IntVector upper, IntVector lower) {
    IntVector joined = upper.and(0x80000000).or(lower.and(0x7fffffff));
    return joined.lanewise(LSHR, 1).lanewise(XOR, lower.and(1).mul(0x9908b0df));
  }

  private static IntVector temper(IntVector word) {
    IntVector mixed = word.lanewise(XOR, word.lanewise(LSHR, 11));
    mixed = mixed.lanewise(XOR, mixed.lanewise(LSHL, 7).and(0x9d2c5680));
    mixed = mixed.lanewise(XOR, mixed.lanewise(LSHL, 15).and(0xefc60000));
    return mixed.lanewise(XOR, mixed.lanewise(LSHR, 18));
  }
}
