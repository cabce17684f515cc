package dev.stillmark.detection.watermark.synthid;

/**
 * The table-free g-values of synthid-text since June 2025: twelve rounds x → ((x + 1) · M + 1) >> 5
 * on each layer's key, then bit 30.
 *
 * <p>Nothing is shifted between the layer's own hash step and its first round, so the two are one
 * linear map: M² times the n-gram hash, which all layers share, plus a constant of the layer. The
 * signed shift is an unsigned one of a number that is held 2^63 too high: (y >> 5) = ((y + 2^63)
 * >>> 5) - 2^58, and both offsets go into the additive constants. That leaves eleven
 * multiplications a layer, and no operation that vector units lack.
 */
final class ShiftedLayers implements LayerDraws {

  private static final long M = NgramHash.MULTIPLIER;
  private static final long RAISED = 1L << 63;
  private static final long STEP = M + 1 - (1L << 58) * M + RAISED;

  /** Bit 30 after the last shift is bit 35 before it. */
  private static final int DRAWN_BIT = 35;

  private static final int BLOCK = 256;

  private final long[] offsets;

  ShiftedLayers(long[] keys) {
    offsets = new long[keys.length];
    for (int layer = 0; layer < keys.length; layer++) {
      offsets[layer] = keys[layer] * M * M + 2 * M + 1 + RAISED;
    }
  }

  @Override
  public long mask(long ngramHash) {
    long shared = ngramHash * M * M;
    long mask = 0;
    for (int layer = 0; layer < offsets.length; layer++) {
      mask |= draw(shared + offsets[layer]) << layer;
    }
    return mask;
  }

  @Override
  public void masks(long[] ngramHashes, int count, long[] masks) {
    long[] shared = new long[BLOCK];
    long[] block = new long[BLOCK];
    for (int start = 0; start < count; start += BLOCK) {
      int size = Math.min(BLOCK, count - start);
      for (int i = 0; i < size; i++) {
        shared[i] = ngramHashes[start + i] * (M * M);
        block[i] = 0;
      }
      for (int layer = 0; layer < offsets.length; layer++) {
        add(shared, offsets[layer], layer, block, size);
      }
      System.arraycopy(block, 0, masks, start, size);
    }
  }

  /** One layer over a whole block, so that the compiler may run several n-grams side by side. */
  private static void add(long[] shared, long offset, int layer, long[] masks, int size) {
    for (int i = 0; i < size; i++) {
      masks[i] |= draw(shared[i] + offset) << layer;
    }
  }

  private static long draw(long firstRound) {
    long y = round(round(round(round(round(round(firstRound))))));
    return round(round(round(round(round(y))))) >>> DRAWN_BIT & 1;
  }

  private static long round(long raised) {
    return (raised >>> 5) * M + STEP;
  }
}
