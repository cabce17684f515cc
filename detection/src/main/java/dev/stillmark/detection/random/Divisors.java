package dev.stillmark.detection.random;

/**
 * The divisors size, size - 1, … of the first swaps of a permutation, prepared so that asking for a
 * remainder takes two multiplications in place of a division.
 *
 * <p>With m = ⌈2^64 / d⌉, x mod d is the high word of (x · m mod 2^64) · d, as long as x and d
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
}
