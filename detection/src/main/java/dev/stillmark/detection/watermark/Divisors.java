package dev.stillmark.detection.watermark;

/**
 * The divisors size, size - 1, … of the first swaps of a permutation, prepared so that asking
 * whether one divides a draw takes a multiplication in place of a division.
 *
 * <p>With m = ⌈2^64 / d⌉, d divides x exactly where x · m mod 2^64 is below m, as long as x and d
 * together have at most 64 bits. Source: Lemire, Kaser and Kurz, "Faster remainder by direct
 * computation" (2019). Immutable.
 */
final class Divisors {

  private final int size;
  private final long[] multipliers;

  /**
   * For the first {@code head} swaps, fewer than {@code size}, so that every divisor is above 1.
   */
  Divisors(int head, int size) {
    this.size = size;
    this.multipliers = new long[head];
    for (int i = 0; i < head; i++) {
      multipliers[i] = Long.divideUnsigned(-1, size - i) + 1;
    }
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
}
