package dev.stillmark.detection.watermark.textseal;

import dev.stillmark.detection.watermark.WatermarkKey;

/**
 * The known answers that must hold before any key is used: levels that TextSeal on torch 2.15 gives
 * windows of random ids.
 */
final class TextsealSelfTest {

  private static final long[] WIDE = {80375, 48930, 35013, 18158, 24398, 113581, 88689, 843, 44345};
  private static final long[] NARROW = {43781, 72649, 122733};

  private TextsealSelfTest() {}

  static void require() {
    require(2527, 4_142_668_200_057_140_305L, WIDE);
    require(7762, -1, NARROW);
  }

  private static void require(int expected, long key, long[] ids) {
    int window = ids.length - 1;
    LevelHash hash = new LevelHash(WatermarkKey.of(key), window);
    int actual = LevelHash.level(hash.word(ids, window, 0));
    if (actual != expected) {
      throw new IllegalStateException(
          "the known-answer test of textseal gave %d instead of %d: refusing to use a key"
              .formatted(actual, expected));
    }
  }
}
