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
  private static final long M_SQUARED = wrappedProduct(M, M);
  private static final long STEP = M + 1 - wrappedProduct(1L << 58, M) + RAISED;

  /** Bit 30 after the last shift is bit 35 before it. */
  private static final int DRAWN_BIT = 35;

  private static final int ROUNDS = 12;
  private static final int BLOCK = 256;

  private final long[] offsets;

  ShiftedLayers(long[] keys) {
    offsets = new long[keys.length];
    for (int layer = 0; layer < keys.length; layer++) {
      offsets[layer] = keys[layer] * M_SQUARED + wrappedProduct(2, M) + 1 + RAISED;
    }
  }

  @Override
  public long mask(long ngramHash) {
    long shared = ngramHash * M_SQUARED;
    long mask = 0;
    for (int layer = 0; layer < offsets.length; layer++) {
      mask |= draw(shared + offsets[layer]) << layer;
    }
    return mask;
  }

  /** One pass after another over a block, each small enough for the compiler to vectorise. */
  @Override
  public void masks(long[] ngramHashes, int count, long[] masks) {
    long[] shared = new long[BLOCK];
    long[] raised = new long[BLOCK];
    long[] drawn = new long[BLOCK];
    for (int start = 0; start < count; start += BLOCK) {
      int size = Math.min(BLOCK, count - start);
      for (int i = 0; i < size; i++) {
        shared[i] = ngramHashes[start + i] * M_SQUARED;
        drawn[i] = 0;
      }
      for (int layer = 0; layer < offsets.length; layer++) {
        secondRound(shared, offsets[layer], raised, size);
        for (int rounds = 2; rounds < ROUNDS; rounds += 2) {
          twoRounds(raised, size);
        }
        collect(raised, layer, drawn, size);
      }
      System.arraycopy(drawn, 0, masks, start, size);
    }
  }

  private static void secondRound(long[] shared, long offset, long[] raised, int size) {
    for (int i = 0; i < size; i++) {
      raised[i] = round(shared[i] + offset);
    }
  }

  private static void twoRounds(long[] raised, int size) {
    for (int i = 0; i < size; i++) {
      raised[i] = round(round(raised[i]));
    }
  }

  private static void collect(long[] raised, int layer, long[] masks, int size) {
    for (int i = 0; i < size; i++) {
      masks[i] |= ((raised[i] >>> DRAWN_BIT) & 1) << layer;
    }
  }

  private static long draw(long firstRound) {
    long raised = firstRound;
    for (int rounds = 1; rounds < ROUNDS; rounds++) {
      raised = round(raised);
    }
    return (raised >>> DRAWN_BIT) & 1;
  }

  private static long round(long raised) {
    return (raised >>> 5) * M + STEP;
  }

  /** Modulo 2^64, on purpose. */
  private static long wrappedProduct(long a, long b) {
    return a * b;
  }
}
