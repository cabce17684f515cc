package dev.stillmark.detection.random;

/**
 * The random numbers of NumPy's legacy {@code numpy.random.seed} and {@code rand}, bit for bit.
 *
 * <p>MT19937 is initialised there as in torch, so the 32-bit draws are torch's; each double takes
 * two of them. One instance belongs to one thread. Source: NumPy 2.4's {@code legacy_seeding} and
 * {@code legacy_double}.
 */
public final class NumpyRandomState {

  private final TorchGenerator draws;

  private NumpyRandomState(TorchGenerator draws) {
    this.draws = draws;
  }

  /** {@code numpy.random.seed(seed)} for an unsigned 32-bit seed. */
  public static NumpyRandomState seededWith(int seed) {
    return new NumpyRandomState(TorchGenerator.seededWith(seed));
  }

  /** The next element of {@code rand}, a multiple of 2^-53 in [0, 1). */
  public double nextDouble() {
    long upper = Integer.toUnsignedLong(draws.nextInt()) >>> 5;
    int lower = draws.nextInt() >>> 6;
    return (upper << 26 | lower) * 0x1p-53;
  }

  /** Leaves out the next {@code count} doubles. */
  public void skip(long count) {
    draws.skip(2 * count);
  }
}
