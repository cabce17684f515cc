package dev.stillmark.benchmarks;

import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.kgw.GreenLists;
import dev.stillmark.detection.watermark.kgw.KgwScheme;
import dev.stillmark.detection.watermark.kgw.KgwScheme.Seeding;

/** The setting of all green-list figures: V = 50,257, γ = 0.25, four tokens of selfhash context. */
final class KgwSetting {

  static final int VOCABULARY = 50_257;

  private KgwSetting() {}

  static KgwScheme scheme(Seeding seeding) {
    int contextWidth = seeding == Seeding.LEFTHASH ? 1 : 4;
    return new KgwScheme(VOCABULARY, 0.25, seeding, contextWidth, false, null, 5);
  }

  static GreenLists lists(Seeding seeding, long key) {
    return scheme(seeding).with(WatermarkKey.of(key));
  }
}
