package dev.stillmark.detection.random;

/**
 * The random numbers of NumPy's {@code default_rng} under a 32-bit seed, bit for bit: PCG64.
 *
 * <p>PCG64 is a 128-bit linear congruential generator with the output function XSL-RR, seeded by
 * {@link SeedSequence}. One instance belongs to one thread. Source: O'Neill, "PCG: a family of
 * simple fast space-efficient statistically good algorithms for random number generation" (2014),
 * as in NumPy 2.4.
 */
public final class NumpyGenerator {

  private static final long MULTIPLIER_HIGH = 0x2360ed051fc65da4L;
  private static final long MULTIPLIER_LOW = 0x4385df649fccf645L;

  private final long incrementHigh;
  private final long incrementLow;
  private long high;
  private long low;

  /** The high half of a 64-bit draw whose low half was used. */
  private int kept;

  private boolean keeps;

  private NumpyGenerator(int[] words) {
    long sequenceHigh = joined(words[4], words[5]);
    long sequenceLow = joined(words[6], words[7]);
    this.incrementHigh = sequenceHigh << 1 | sequenceLow >>> 63;
    this.incrementLow = sequenceLow << 1 | 1;
    step();
    add(joined(words[0], words[1]), joined(words[2], words[3]));
    step();
  }

  /** {@code numpy.random.default_rng(seed)} for an unsigned 32-bit seed. */
  public static NumpyGenerator seededWith(int seed) {
    return new NumpyGenerator(new SeedSequence(seed).words(8));
  }

  private static long joined(int low, int high) {
    return (long) high << 32 | Integer.toUnsignedLong(low);
  }

  /** The next draw, uniform over all 64-bit values. */
  public long nextLong() {
    step();
    return Long.rotateRight(high ^ low, (int) (high >>> 58));
  }

  /** The next draw of 32 bits: the halves of a 64-bit draw, its low one first. */
  public int nextInt() {
    if (keeps) {
      keeps = false;
      return kept;
    }
    long drawn = nextLong();
    kept = (int) (drawn >>> 32);
    keeps = true;
    return (int) drawn;
  }

  /** {@code Generator.shuffle}: from the last place down, each swapped with one not behind it. */
  public void shuffle(byte[] items) {
    for (int i = items.length - 1; i > 0; i--) {
      int other = nextUpTo(i);
      byte swapped = items[i];
      items[i] = items[other];
      items[other] = swapped;
    }
  }

  /** Uniform over 0..greatest: draws under the next mask of ones until one is small enough. */
  private int nextUpTo(int greatest) {
    int mask = -1 >>> Integer.numberOfLeadingZeros(greatest);
    int drawn = nextInt() & mask;
    while (drawn > greatest) {
      drawn = nextInt() & mask;
    }
    return drawn;
  }

  private void step() {
    long product = Math.unsignedMultiplyHigh(low, MULTIPLIER_LOW);
    high = product + high * MULTIPLIER_LOW + low * MULTIPLIER_HIGH;
    low *= MULTIPLIER_LOW;
    add(incrementHigh, incrementLow);
  }

  private void add(long addedHigh, long addedLow) {
    low += addedLow;
    high += addedHigh + (Long.compareUnsigned(low, addedLow) < 0 ? 1 : 0);
  }
}
