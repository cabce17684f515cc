package dev.stillmark.detection.stats;

import java.math.BigInteger;

/**
 * A running sum that is the same to the last bit in whatever order its values come.
 *
 * <p>Values are rounded once, to a multiple of 2^-56, and then added as integers of 128 bits, so
 * that evidence which is a set has a statistic which is a function of that set alone. The rounding
 * is below what a double of size 1 can tell. Belongs to one thread.
 */
public final class OrderFreeSum {

  private static final double LARGEST = 128;
  private static final int FRACTION_BITS = 56;

  private long high;
  private long low;

  /** Adds a finite value whose size is below 128. */
  public void add(double value) {
    if (!(Math.abs(value) < LARGEST)) {
      throw new IllegalArgumentException("a value must be within (-128, 128) but is " + value);
    }
    long units = (long) Math.rint(value * (1L << FRACTION_BITS));
    long sum = low + units;
    boolean carries = Long.compareUnsigned(sum, low) < 0;
    high += (units >> (Long.SIZE - 1)) + (carries ? 1 : 0);
    low = sum;
  }

  /** The sum, rounded to the nearest double. */
  public double value() {
    BigInteger units =
        BigInteger.valueOf(high)
            .shiftLeft(Long.SIZE)
            .add(new BigInteger(Long.toUnsignedString(low)));
    return Math.scalb(units.doubleValue(), -FRACTION_BITS);
  }
}
