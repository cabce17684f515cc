package dev.stillmark.detection.watermark.kgw;

import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PackedKeys;
import java.util.List;

/** Lefthash keys side by side: the token before is the whole context, under every key. */
final class LefthashKeys implements PackedKeys {

  private final GreenLists truth;
  private final PackedGreen green;
  private final SeedRepresentatives representatives;

  private LefthashKeys(KgwScheme scheme, List<GreenLists> keys) {
    this.truth = keys.getFirst();
    this.green = new PackedGreen(scheme, keys);
    this.representatives = new SeedRepresentatives(scheme, truth);
  }

  static LefthashKeys of(KgwScheme scheme, List<KeyedScheme> keys) {
    return new LefthashKeys(scheme, keys.stream().map(GreenLists.class::cast).toList());
  }

  @Override
  public long seedAt(long[] ids, int position) {
    return Integer.toUnsignedLong(truth.seedAfter(representatives.of(ids[position - 1])));
  }

  @Override
  public void bitsAt(long[] ids, int position, long[] bits) {
    green.after(representatives.of(ids[position - 1]), ids[position], bits);
  }
}
