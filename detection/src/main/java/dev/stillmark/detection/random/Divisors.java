package dev.stillmark.detection.random;

/**
 * The divisors size, size - 1, … of the first swaps of a permutation, prepared so that asking
 * whether one divides a draw takes a multiplication in place of a division.
 *
 * <p>With m = ⌈2^64 / d⌉, d divides x exactly where x · m mod 2^64 is below m, as long as x and d
 * together have at most 64 bits. Source: Lemire, Kaser and Kurz, "Faster remainder by direct
 * computation" (2019).
 *
 * <p>Before that, a sieve looks at a whole stretch of draws in 32 bits and without branches, so
 * that the compiler can use vector instructions: what d divides, its odd part o divides too, and
 * then x · o⁻¹ mod 2^32 is at most (2^32 - 1) / o. Source: Granlund and Montgomery, "Division by
 * invariant integers using multiplication" (1994), section 9. Immutable.
 */
final class Divisors {

  private final int size;
  private final long[] multipliers;
  private final int[] swaps;
  private final int[] oddInverses;
  private final int[] halfLimits;

  /**
   * For the first {@code head} swaps, fewer than {@code size}, so that every divisor is above 1.
   */
  Divisors(int head, int size) {
    this.size = size;
    this.multipliers = new long[head];
    this.swaps = new int[head];
    this.oddInverses = new int[head];
    this.halfLimits = new int[head];
    for (int i = 0; i < head; i++) {
      int odd = (size - i) >>> Integer.numberOfTrailingZeros(size - i);
      multipliers[i] = Long.divideUnsigned(-1, size - i) + 1;
      swaps[i] = i;
      oddInverses[i] = inverse(odd);
      halfLimits[i] = (Integer.divideUnsigned(-1, odd) >>> 1) + 1;
    }
  }

  /** o⁻¹ mod 2^32 by Newton's iteration, which doubles the right bits: 3, 6, 12, 24, 48. */
  private static int inverse(int odd) {
    int inverse = odd;
    for (int step = 0; step < 4; step++) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }

  boolean areFor(int head, int size) {
    return multipliers.length == head && this.size == size;
  }

  /** What swap {@code swap} leaves of its draw: {@code draw} mod (size - swap), both unsigned. */
  int remainder(int draw, int swap) {
    long fraction = multipliers[swap] * Integer.toUnsignedLong(draw);
    return (int) Math.unsignedMultiplyHigh(fraction, (long) size - swap);
  }

  /**
   * The first of the swaps {@code from} to {@code to} (exclusive) that draws what stands at {@code
   * place}, or {@code to}.
   *
   * @param draws holds swap {@code from}'s draw at index {@code at} and the others behind it
   */
  int firstDrawing(int place, int[] draws, int at, int from, int to) {
    if (!mayDraw(place, draws, at, from, to - from)) {
      return to;
    }
    // Swap i draws place i + u mod (size - i), which is p where size - i divides u + size - p.
    long complement = (long) size - place;
    for (int i = from; i < to; i++) {
      long multiplier = multipliers[i];
      long sum = Integer.toUnsignedLong(draws[at + i - from]) + complement;
      if (Long.compareUnsigned(sum * multiplier, multiplier) < 0) {
        return i;
      }
    }
    return to;
  }

  /**
   * False where none of {@code count} swaps draws {@code place}: then no u - (p - i) is a multiple
   * of size - i. Halved, a difference of two unsigned numbers shows its sign.
   */
  private boolean mayDraw(int place, int[] draws, int at, int from, int count) {
    int passed = 0;
    for (int k = 0; k < count; k++) {
      int multiple = draws[at + k] + swaps[from + k] - place;
      passed |= ((multiple * oddInverses[from + k]) >>> 1) - halfLimits[from + k];
    }
    return passed < 0;
  }
}
