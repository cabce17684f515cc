package dev.stillmark.detection.random;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tables for following one element of 0..size-1 through the first swaps of torch.randperm(size).
 *
 * <p>Swap i draws place i + u mod (size - i), which is place p exactly where d = size - i divides u
 * + size - p. A sieve asks that of a whole stretch of draws in 32 bits and without branches, so
 * that the compiler can use vector instructions: with d = o · 2^t, o odd, d divides x only where x
 * · o⁻¹ mod 2^32 is at most max(x) / o and the low t bits of x are 0. What passes is looked at
 * again. Source: Granlund and Montgomery, "Division by invariant integers using multiplication"
 * (1994), section 9. Immutable.
 */
final class HeadSieve {

  /** The place of an element that was drawn into the head. */
  static final int DRAWN = -1;

  /** So many draws at a time: with the tables for them they fit the first-level cache. */
  private static final int STRETCH = 2496;

  /** So few draws are divided one by one. */
  private static final int FEW = 64;

  /** Tables are the same for all keys of a scheme, which may be thousands. */
  private static final Map<Long, SoftReference<HeadSieve>> KNOWN = new ConcurrentHashMap<>();

  private final int size;
  private final int[] oddInverses;
  private final int[] lowBits;
  private final int[] halfLimits;

  private HeadSieve(int head, int size) {
    this.size = size;
    this.oddInverses = new int[head];
    this.lowBits = new int[head];
    this.halfLimits = new int[head];
    long greatestSum = (1L << Integer.SIZE) - 1 + size;
    for (int i = 0; i < head; i++) {
      int twos = Integer.numberOfTrailingZeros(size - i);
      int odd = (size - i) >>> twos;
      // Of a power of 2 the low bits say all. Else the quotient by o ≥ 3 has no more than 32 bits.
      oddInverses[i] = odd == 1 ? 0 : inverse(odd);
      lowBits[i] = twos == 0 ? 0 : 1 << (Integer.SIZE - twos);
      halfLimits[i] = odd == 1 ? 1 : (int) ((greatestSum / odd) >>> 1) + 1;
    }
  }

  /**
   * For the first {@code head} swaps, fewer than {@code size}, so that every divisor is above 1.
   */
  static HeadSieve of(int head, int size) {
    long shape = (long) head << Integer.SIZE | size;
    SoftReference<HeadSieve> known = KNOWN.get(shape);
    HeadSieve sieve = known == null ? null : known.get();
    if (sieve == null) {
      sieve = new HeadSieve(head, size);
      KNOWN.put(shape, new SoftReference<>(sieve));
    }
    return sieve;
  }

  /** o⁻¹ mod 2^32 by Newton's iteration, which doubles the right bits: 3, 6, 12, 24, 48. */
  private static int inverse(int odd) {
    int inverse = odd;
    for (int step = 0; step < 4; step++) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }

  /**
   * Where the swaps of the head bring what stands at {@code place}, or {@link #DRAWN}. It stays
   * there until it is drawn, or until its place's own swap moves it to where the drawn one was.
   *
   * @param words {@link MersenneTwister#words()}, the head's held and none lost since seeding
   */
  int follow(int place, int[] words) {
    int head = oddInverses.length;
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
    for (int i = from; i < to; i++) {
      int draw = MersenneTwister.temper(words[i + MersenneTwister.STATE]);
      if (i + Integer.remainderUnsigned(draw, size - i) == place) {
        return true;
      }
    }
    return false;
  }

  /** False where no swap draws {@code place}. Halved, a difference of unsigned shows its sign. */
  private boolean mayDraw(int place, int[] words, int from, int to) {
    int[] inverses = oddInverses;
    int[] lows = lowBits;
    int[] limits = halfLimits;
    int complement = size - place;
    int passed = 0;
    for (int i = from; i < to; i++) {
      int sum = MersenneTwister.temper(words[i + MersenneTwister.STATE]) + complement;
      passed |= ((sum * inverses[i] | sum * lows[i]) >>> 1) - limits[i];
    }
    return passed < 0;
  }
}
