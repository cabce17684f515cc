package dev.stillmark.detection.watermark.threebricks;

import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ScoringMethod;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.util.stream.LongStream;

/**
 * The known answers that must hold before any key is used: what three_bricks on torch 2.15 scores
 * over the ids 0, 1, 2… for V = 4096.
 */
final class ThreeBricksSelfTest {

  private static final int VOCABULARY = 4096;
  private static final long[] IDS = LongStream.range(0, 24).toArray();

  /** From position 3 on, under key 7 with two tokens of context. */
  private static final long[] DRAWS = {8_107_557, 7_041_871, 16_039_644, 13_164_842};

  /** From position 5 on, under key 0 with four tokens of context and γ = 1/2. */
  private static final long[] COLOURS = {0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0};

  private ThreeBricksSelfTest() {}

  static void requireDraws() {
    OpenaiScheme scheme = OpenaiScheme.withDefaults(VOCABULARY, 2);
    require(DRAWS, scheme.with(WatermarkKey.of(7)));
  }

  static void requireList() {
    MarylandScheme scheme =
        new MarylandScheme(VOCABULARY, 4, 0.5, 0, 0, ScoringMethod.NONE, Tail.EXACT);
    require(COLOURS, scheme.with(WatermarkKey.of(0)));
  }

  private static void require(long[] expected, KeyedScheme keyed) {
    PositionScorer scorer = keyed.scorer();
    for (int i = 0; i < expected.length; i++) {
      long actual = scorer.scoreAt(IDS, keyed.firstPosition() + 1 + i);
      if (actual != expected[i]) {
        throw new IllegalStateException(
            "the known-answer test of %s gave %d instead of %d: refusing to use a key"
                .formatted(keyed.scheme().label(), actual, expected[i]));
      }
    }
  }
}
