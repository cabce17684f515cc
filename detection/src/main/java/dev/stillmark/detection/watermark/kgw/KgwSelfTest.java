package dev.stillmark.detection.watermark.kgw;

import dev.stillmark.detection.Sha256;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The known answers that must hold before any key is used.
 *
 * <p>Digests of the green lists that Hugging Face transformers 5.23 on torch 2.15 draws after token
 * 262 for V = 50,257, γ = 0.25 and the published key 15485863.
 */
final class KgwSelfTest {

  private static final int VOCABULARY = 50257;
  private static final long PUBLISHED_KEY = 15485863;
  private static final String LEFTHASH_AFTER_262 =
      "de79b8388c98e10f8986274083a8355cc46ec088cacf743f38e5f1404e1e6c62";
  private static final String SELFHASH_AFTER_262 =
      "cef8830c983b935bcdc96c01845feb8eaae6034e77eac4dcd307041cf5e29c2d";

  private KgwSelfTest() {}

  static void require(KgwScheme.Seeding seeding) {
    String expected =
        switch (seeding) {
          case LEFTHASH -> LEFTHASH_AFTER_262;
          case SELFHASH -> SELFHASH_AFTER_262;
        };
    KgwScheme scheme = new KgwScheme(VOCABULARY, 0.25, seeding, 1, false, null, 5);
    GreenLists lists = new GreenLists(scheme, WatermarkKey.of(PUBLISHED_KEY));
    int seed =
        switch (seeding) {
          case LEFTHASH -> lists.seedAfter(262);
          case SELFHASH -> lists.seedAt(new long[] {262}, 0);
        };
    String actual = digest(GreenLists.greenList(seed, VOCABULARY, scheme.greenListSize()));
    if (!actual.equals(expected)) {
      throw new IllegalStateException(
          "the known-answer test of %s gave %s instead of %s: refusing to use a key"
              .formatted(seeding, actual, expected));
    }
  }

  /** SHA-256 of the mask, one bit an id, little-endian. */
  private static String digest(BitSet green) {
    byte[] mask = Arrays.copyOf(green.toByteArray(), (VOCABULARY + 7) / 8);
    return Sha256.hex(mask);
  }
}
