package dev.stillmark.detection.watermark.synthid;

/** How the layers of one key draw their g-values from an n-gram's hash: layer l in bit l. */
sealed interface LayerDraws permits TableRows, TableLookups, ShiftedLayers {

  long mask(long ngramHash);

  /** As {@link #mask}, for the first {@code count} hashes at once. */
  default void masks(long[] ngramHashes, int count, long[] masks) {
    for (int i = 0; i < count; i++) {
      masks[i] = mask(ngramHashes[i]);
    }
  }
}
