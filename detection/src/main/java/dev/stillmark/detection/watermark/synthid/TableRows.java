package dev.stillmark.detection.watermark.synthid;

import java.lang.ref.SoftReference;
import java.util.BitSet;

/**
 * All layers' g-values in one look, for tables whose size is a power of two up to 65,536: only that
 * many low bits of an n-gram's hash matter.
 *
 * <p>The rows of a key take half a megabyte, so a hundred decoys' rows go when memory is short.
 */
final class TableRows implements LayerDraws {

  static final int MOST_ROWS = 1 << 16;

  private final SamplingTable table;
  private final long[] keys;
  private volatile SoftReference<long[]> kept = new SoftReference<>(null);

  TableRows(SamplingTable table, long[] keys) {
    this.table = table;
    this.keys = keys;
  }

  @Override
  public long mask(long ngramHash) {
    return rows()[(int) ngramHash & (table.size() - 1)];
  }

  @Override
  public void masks(long[] ngramHashes, int count, long[] masks) {
    long[] rows = rows();
    for (int i = 0; i < count; i++) {
      masks[i] = rows[(int) ngramHashes[i] & (rows.length - 1)];
    }
  }

  private long[] rows() {
    long[] rows = kept.get();
    if (rows == null) {
      rows = draw();
      kept = new SoftReference<>(rows);
    }
    return rows;
  }

  private long[] draw() {
    BitSet ring = table.ring();
    long[] rows = new long[table.size()];
    for (int at = ring.nextSetBit(0); at >= 0; at = ring.nextSetBit(at + 1)) {
      for (int layer = 0; layer < keys.length; layer++) {
        rows[(int) (at - keys[layer]) & (rows.length - 1)] |= 1L << layer;
      }
    }
    return rows;
  }
}
