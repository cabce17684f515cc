package dev.stillmark.detection.watermark.unigram;

import dev.stillmark.detection.watermark.PackedKeys;
import java.util.List;

/** Keys side by side: under each of them the item is the token itself. */
final class UnigramKeys implements PackedKeys {

  private final UnigramMask[] masks;

  UnigramKeys(List<UnigramMask> masks) {
    this.masks = masks.toArray(UnigramMask[]::new);
  }

  @Override
  public long seedAt(long[] ids, int position) {
    return 0;
  }

  @Override
  public void bitsAt(long[] ids, int position, long[] bits) {
    bits[0] = 0;
    bits[1] = 0;
    for (int key = 0; key < masks.length; key++) {
      bits[key >>> 6] |= masks[key].isGreen(ids[position]) ? 1L << key : 0;
    }
  }
}
