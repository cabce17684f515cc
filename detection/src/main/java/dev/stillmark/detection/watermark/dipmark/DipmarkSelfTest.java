package dev.stillmark.detection.watermark.dipmark;

import dev.stillmark.detection.random.TorchGenerator;

/**
 * The known answer that must hold before any key is used: the places that torch 2.15 gives tokens 6
 * and 7 of 4,096 behind 5 and behind 5, 6 under the key of the bytes 0 to 127.
 */
final class DipmarkSelfTest {

  private static final int VOCABULARY = 4096;
  private static final int KEY_BYTES = 128;

  private DipmarkSelfTest() {}

  static void require() {
    byte[] key = new byte[KEY_BYTES];
    for (int i = 0; i < KEY_BYTES; i++) {
      key[i] = (byte) i;
    }
    ContextSeeds seeds = new ContextSeeds(5, key);
    long[] ids = {5, 6, 7};
    requireToken(seeds.before(ids, 1), 1213, 6);
    requireToken(seeds.before(ids, 2), 1724, 7);
  }

  private static void requireToken(int seed, int place, int expected) {
    int actual = TorchGenerator.seededWith(seed).permutation(VOCABULARY)[place];
    if (actual != expected) {
      throw new IllegalStateException(
          "the known-answer test of dipmark gave token %d instead of %d: refusing to use a key"
              .formatted(actual, expected));
    }
  }
}
