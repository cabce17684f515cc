package dev.stillmark.detection.watermark.lmwatermarking;

import dev.stillmark.detection.random.PermutationSlice;
import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.WatermarkKey;

/**
 * The known answers that must hold before any key is used.
 *
 * <p>Seeds that lm-watermarking fb602de on torch 2.15 computes after the tokens 1, 2, 3, 4 under
 * the published key 15485863, and the first green ids of V = 50,257 under one of them.
 */
final class LmWatermarkingSelfTest {

  private static final WatermarkKey PUBLISHED_KEY = WatermarkKey.of(15_485_863);
  private static final int VOCABULARY = 50_257;
  private static final int GREEN_SEED = 154_858_630;
  private static final int[] FIRST_GREEN = {6906, 45285, 38652, 3975, 13157, 10914, 11834, 32500};

  private LmWatermarkingSelfTest() {}

  static void require(Prf prf) {
    long[] context = {1, 2, 3, 4};
    int width = prf == Prf.ORIGINAL ? 1 : context.length;
    SeedingScheme seedingScheme = new SeedingScheme(prf, width, false);
    long seed = new ContextSeeds(seedingScheme, PUBLISHED_KEY).before(context, context.length);
    if (seed != expectedSeed(prf)) {
      throw new IllegalStateException(
          "the known-answer test of %s gave %s instead of %s: refusing to use a key"
              .formatted(
                  prf.label(),
                  Long.toUnsignedString(seed),
                  Long.toUnsignedString(expectedSeed(prf))));
    }
    requireGreenList();
  }

  private static long expectedSeed(Prf prf) {
    return switch (prf) {
      case ADDITIVE -> 154_858_630L;
      case MULTIPLICATIVE -> 371_660_712L;
      case MINFUNC -> 15_485_863L;
      case SIMPLE_SKIP -> 309_740_273_965L;
      case SKIPGRAM -> 348_265L;
      case ANCHORED_SKIPGRAM -> 115_682_488_520L;
      case MINHASH -> 237_179L;
      case ANCHORED_MINHASH -> Long.parseUnsignedLong("11076511265293586427");
      case MINSKIPGRAM -> 78_783_274_072L;
      case NONCOMM -> 1_800_083_392L;
      case POSITION -> 464_575_890L;
      case ORIGINAL -> 61_943_452L;
    };
  }

  private static void requireGreenList() {
    PermutationSlice green = new PermutationSlice(VOCABULARY, FIRST_GREEN.length, false);
    TorchGenerator scratch = new TorchGenerator();
    for (int id : FIRST_GREEN) {
      if (!green.contains(GREEN_SEED, id, scratch)) {
        throw new IllegalStateException(
            "the known-answer test of green lists missed id %d: refusing to use a key"
                .formatted(id));
      }
    }
  }
}
