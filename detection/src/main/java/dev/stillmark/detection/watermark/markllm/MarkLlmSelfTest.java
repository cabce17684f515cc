package dev.stillmark.detection.watermark.markllm;

import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.util.stream.LongStream;

/**
 * The known answers that must hold before any key is used.
 *
 * <p>Colours that MarkLLM 112fa74 on torch 2.15 gives the tokens 3, 4, 5, … after 0, 1, 2 for V =
 * 4,096, γ = 0.5, three tokens of prefix and the published key 15485863.
 */
final class MarkLlmSelfTest {

  private static final int VOCABULARY = 4096;
  private static final int PREFIX = 3;
  private static final WatermarkKey PUBLISHED_KEY = WatermarkKey.of(15_485_863);

  private MarkLlmSelfTest() {}

  /** Under self f is the same, so its answers under left are known answers too. */
  static void require(FScheme fScheme) {
    MarkLlmKgwScheme scheme =
        new MarkLlmKgwScheme(VOCABULARY, 0.5, fScheme, WindowScheme.LEFT, PREFIX);
    String expected = expectedColours(fScheme);
    long[] tokens = LongStream.range(0, PREFIX + expected.length()).toArray();
    PositionScorer scorer = scheme.with(PUBLISHED_KEY).scorer();
    StringBuilder actual = new StringBuilder();
    for (int at = PREFIX; at < tokens.length; at++) {
      actual.append(scorer.scoreAt(tokens, at));
    }
    if (!expected.contentEquals(actual)) {
      throw new IllegalStateException(
          "the known-answer test of %s gave %s instead of %s: refusing to use a key"
              .formatted(scheme.label(), actual, expected));
    }
  }

  private static String expectedColours(FScheme fScheme) {
    return switch (fScheme) {
      case TIME -> "001001001001111101010000110010111011000111011101";
      case ADDITIVE -> "100011100101111110100111101110111101010100011111";
      case SKIP -> "000110111001010110100111011011011100110100110011";
      case MIN -> "011011111101010111110111101001001100010010100000";
    };
  }
}
