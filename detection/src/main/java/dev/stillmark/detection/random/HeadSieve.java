package dev.stillmark.detection.random;

/**
 * Follows one element of 0..size-1 through the first swaps of torch.randperm(size).
 *
 * <p>Swap i draws place i + u mod (size - i), which is place p exactly where d = size - i divides u
 * + size - p. A sieve asks that of a whole stretch of draws by {@link SwapTables}, so that the
 * compiler can use vector instructions. What passes is looked at again. Immutable.
 */
final class HeadSieve {

  /** The place of an element that was drawn into the head. */
  static final int DRAWN = HeadLanes.IN_HEAD;

  /** So many draws at a time: with the tables for them they fit the first-level cache. */
  private static final int STRETCH = 2496;

  /** So few draws are divided one by one. */
  private static final int FEW = 64;

  private final SwapTables swaps;

  HeadSieve(SwapTables swaps) {
    this.swaps = swaps;
  }

  /**
   * Where the swaps of the head bring what stands at {@code place}, or {@link #DRAWN}. It stays
   * there until it is drawn, or until its place's own swap moves it to where the drawn one was.
   *
   * @param words {@link MersenneTwister#words()}, the head's held and none lost since seeding
   */
  int follow(int place, int[] words) {
    int head = swaps.head();
    int size = swaps.size();
    int next = 0;
    int at = place;
    while (at >= next && at < head) {
      int draw = MersenneTwister.temper(words[at + MersenneTwister.STATE]);
      int moved = at + Integer.remainderUnsigned(draw, size - at);
      if (anyDraws(at, words, next, at + 1)) {
        return DRAWN;
      }
      next = at + 1;
      at = moved;
    }
    return anyDraws(at, words, next, head) ? DRAWN : at;
  }

  /** Stretch by stretch, as a place that is drawn is drawn halfway on average. */
  private boolean anyDraws(int place, int[] words, int from, int to) {
    for (int start = from; start < to; start += STRETCH) {
      if (anyOfStretchDraws(place, words, start, Math.min(start + STRETCH, to))) {
        return true;
      }
    }
    return false;
  }

  private boolean anyOfStretchDraws(int place, int[] words, int from, int to) {
    if (to - from <= FEW) {
      return anyOfFewDraws(place, words, from, to);
    }
    int middle = (from + to) >>> 1;
    return mayDraw(place, words, from, to)
        && (anyOfStretchDraws(place, words, from, middle)
            || anyOfStretchDraws(place, words, middle, to));
  }

  private boolean anyOfFewDraws(int place, int[] words, int from, int to) {
    int size = swaps.size();
    for (int i = from; i < to; i++) {
      int draw = MersenneTwister.temper(words[i + MersenneTwister.STATE]);
      if (i + Integer.remainderUnsigned(draw, size - i) == place) {
        return true;
      }
    }
    return false;
  }

  /** False where no swap draws {@code place}. */
  private boolean mayDraw(int place, int[] words, int from, int to) {
    int[] inverses = swaps.oddInverses();
    int[] lows = swaps.lowBits();
    int[] limits = swaps.halfLimits();
    int complement = swaps.size() - place;
    int passed = 0;
    for (int i = from; i < to; i++) {
      int sum = MersenneTwister.temper(words[i + MersenneTwister.STATE]) + complement;
      passed |= ((sum * inverses[i] | sum * lows[i]) >>> 1) - limits[i];
    }
    return passed < 0;
  }
}
