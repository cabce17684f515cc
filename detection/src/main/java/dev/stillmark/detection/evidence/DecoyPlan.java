package dev.stillmark.detection.evidence;

/**
 * How many decoy keys stand beside the true key and over which outputs they are scored.
 *
 * @param count M, the number of decoys; 0 means that no rank can be had
 * @param fraction the share of outputs, by their identity, over which true key and decoys are
 *     compared; fixed in advance
 * @param packed true where seeds stand one-to-one for contexts, so that one set holds the true
 *     key's bit and all decoys' bits; false where the decoys keep a set of their own
 */
public record DecoyPlan(int count, double fraction, boolean packed) {

  public static final int MAXIMUM = 127;

  public DecoyPlan {
    if (count < 0 || count > MAXIMUM) {
      throw new IllegalArgumentException(
          "decoys must be within 0..%d but is %d".formatted(MAXIMUM, count));
    }
    if (!(fraction > 0 && fraction <= 1)) {
      throw new IllegalArgumentException("decoyFraction must be within (0, 1] but is " + fraction);
    }
    if (packed && fraction != 1) {
      throw new IllegalArgumentException(
          "packed decoys cover every output, so decoyFraction must be 1 but is " + fraction);
    }
  }

  /** 64-bit words of an item's score: two where decoys' bits are packed beside the true one. */
  public int scoreWords() {
    return packed ? 2 : 1;
  }

  /**
   * Whether an output at this {@linkplain dev.stillmark.detection.OutputId#order() place} is
   * compared.
   */
  public boolean covers(int order) {
    return Integer.toUnsignedLong(order) < Math.ceil(fraction * 0x1p32);
  }
}
