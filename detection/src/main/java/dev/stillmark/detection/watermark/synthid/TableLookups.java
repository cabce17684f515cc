package dev.stillmark.detection.watermark.synthid;

/** One look into the sampling table for each layer: for tables of any size. */
record TableLookups(SamplingTable table, long[] keys) implements LayerDraws {

  @Override
  public long mask(long ngramHash) {
    long mask = 0;
    for (int layer = 0; layer < keys.length; layer++) {
      boolean set = table.isSetAt(NgramHash.accumulate(ngramHash, keys[layer]));
      mask |= (set ? 1L : 0L) << layer;
    }
    return mask;
  }
}
