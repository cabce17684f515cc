package dev.stillmark.detection.stats;

import java.util.BitSet;

/**
 * How many members of a set meet a set bit of a ring at each rotation, in whole numbers.
 *
 * <p>By a number-theoretic transform modulo 998,244,353, which exceeds every count, so that nothing
 * is rounded. Source: Pollard, "The fast Fourier transform in a finite field" (1971).
 */
public final class CircularCorrelation {

  /** 119 · 2^23 + 1, of which 3 is a primitive root. */
  private static final long PRIME = 998_244_353;

  private static final long ROOT = 3;
  private static final int LARGEST_RING = 1 << 23;

  private CircularCorrelation() {}

  /**
   * Entry d counts the members h for which bit (h + d) modulo {@code size} of the ring is set.
   *
   * @param members within 0..size-1
   * @param size a power of two up to 2^23
   */
  public static int[] of(BitSet members, BitSet ring, int size) {
    if (Integer.bitCount(size) != 1 || size > LARGEST_RING) {
      throw new IllegalArgumentException(
          "size must be a power of two up to %d but is %d".formatted(LARGEST_RING, size));
    }
    if (members.length() > size || ring.length() > size) {
      throw new IllegalArgumentException(
          "members and ring must lie below %d but reach %d"
              .formatted(size, Math.max(members.length(), ring.length())));
    }
    long[] turned = new long[size];
    members.stream().forEach(member -> turned[-member & (size - 1)] = 1);
    long[] product = new long[size];
    ring.stream().forEach(bit -> product[bit] = 1);
    transform(turned, ROOT);
    transform(product, ROOT);
    long share = power(size, PRIME - 2);
    for (int i = 0; i < size; i++) {
      product[i] = product[i] * turned[i] % PRIME * share % PRIME;
    }
    transform(product, power(ROOT, PRIME - 2));
    int[] counts = new int[size];
    for (int i = 0; i < size; i++) {
      counts[i] = (int) product[i];
    }
    return counts;
  }

  private static void transform(long[] values, long root) {
    reverseBits(values);
    for (int half = 1; half < values.length; half *= 2) {
      long[] twiddles = powers(power(root, (PRIME - 1) / (2L * half)), half);
      for (int start = 0; start < values.length; start += 2 * half) {
        for (int i = start; i < start + half; i++) {
          long odd = values[i + half] * twiddles[i - start] % PRIME;
          values[i + half] = (values[i] + PRIME - odd) % PRIME;
          values[i] = (values[i] + odd) % PRIME;
        }
      }
    }
  }

  private static void reverseBits(long[] values) {
    int shift = Integer.numberOfLeadingZeros(values.length) + 1;
    for (int i = 1; i < values.length; i++) {
      int other = Integer.reverse(i) >>> shift;
      if (i < other) {
        long swapped = values[i];
        values[i] = values[other];
        values[other] = swapped;
      }
    }
  }

  private static long[] powers(long base, int count) {
    long[] powers = new long[count];
    powers[0] = 1;
    for (int i = 1; i < count; i++) {
      powers[i] = powers[i - 1] * base % PRIME;
    }
    return powers;
  }

  private static long power(long base, long exponent) {
    long result = 1;
    long square = base % PRIME;
    for (long left = exponent; left > 0; left >>= 1) {
      result = (left & 1) == 1 ? result * square % PRIME : result;
      square = square * square % PRIME;
    }
    return result;
  }
}
