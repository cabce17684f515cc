package dev.stillmark.detection.watermark.synthid;

import dev.stillmark.detection.Sha256;

/**
 * The known answers that must hold before any key is used.
 *
 * <p>Recorded from transformers 5.23 and from synthid-text at commit addb4a1, under the published
 * keys.
 */
final class SynthIdSelfTest {

  private static final long HASH_OF_1_TO_4 = 8268566681299659399L;
  private static final String DEFAULT_TABLE =
      "4b2efa3fbbaa5f77facce45f2c2af38ba36436b2b2b81f950005fa8af266fd3c";
  private static final long[] TOKENS = {5, 6, 7, 8, 9};
  private static final String TABLE_BITS = "001111010000101111110011011000";
  private static final String SHIFTED_BITS = "110000011010001111101011010111";

  private SynthIdSelfTest() {}

  static void require(SynthIdDialect dialect) {
    require("hash", HASH_OF_1_TO_4, NgramHash.accumulate(1, new long[] {1, 2, 3, 4}, 0, 4));
    switch (dialect) {
      case SynthIdDialect.Transformers _ -> {
        SamplingTable table = SamplingTable.draw(1 << 16, 0);
        require("sampling table", DEFAULT_TABLE, Sha256.hex(table.packed()));
        require("g-values", TABLE_BITS, bits(new SynthIdDialect.Transformers(table)));
      }
      case SynthIdDialect.DeepMind2025 shifted -> require("g-values", SHIFTED_BITS, bits(shifted));
    }
  }

  private static String bits(SynthIdDialect dialect) {
    long[] keys = PublishedKeys.EXAMPLE;
    GValues values = new GValues(SynthIdScheme.withDefaults(dialect, keys.length), keys);
    long mask = values.mask(values.hashAt(TOKENS, TOKENS.length - 1));
    StringBuilder bits = new StringBuilder();
    for (int layer = 0; layer < keys.length; layer++) {
      bits.append((mask >>> layer) & 1);
    }
    return bits.toString();
  }

  private static void require(String what, Object expected, Object actual) {
    if (!actual.equals(expected)) {
      throw new IllegalStateException(
          "the known-answer test of SynthID's %s gave %s instead of %s: refusing to use a key"
              .formatted(what, actual, expected));
    }
  }
}
