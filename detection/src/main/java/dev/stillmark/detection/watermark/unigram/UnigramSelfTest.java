package dev.stillmark.detection.watermark.unigram;

import dev.stillmark.detection.Sha256;

/**
 * The known answer that must hold before any key is used: the digest of the green list that the
 * repository's {@code GPTWatermarkBase} draws with NumPy 2.4 for V = 50,257, γ = 0.5 and its
 * default key 0.
 */
final class UnigramSelfTest {

  private static final int VOCABULARY = 50_257;
  private static final String GREEN_UNDER_0 =
      "69a96467062f749e56a2a1f7b38899225bb149b381f800aedff540f6fa29236f";

  private UnigramSelfTest() {}

  static void require() {
    String actual = Sha256.hex(UnigramMask.of(VOCABULARY, VOCABULARY / 2, 0).bytes());
    if (!actual.equals(GREEN_UNDER_0)) {
      throw new IllegalStateException(
          "the known-answer test of unigram gave %s instead of %s: refusing to use a key"
              .formatted(actual, GREEN_UNDER_0));
    }
  }
}
