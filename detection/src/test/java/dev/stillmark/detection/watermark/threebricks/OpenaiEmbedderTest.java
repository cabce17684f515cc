package dev.stillmark.detection.watermark.threebricks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.watermark.Embedder;
import dev.stillmark.detection.watermark.SchemeTrials;
import dev.stillmark.detection.watermark.ScoringMethod;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OpenaiEmbedderTest {

  private static final int V = 300;
  private static final WatermarkKey KEY = WatermarkKey.of(20_261_125);

  @Test
  void embedded_text_is_found_with_its_key_and_payload_only() {
    OpenaiScheme scheme = scheme(3);
    long[] text = embed(scheme, 400);

    assertThat(log10P(scheme, KEY, text)).as("model 8").isLessThan(-50);
    assertThat(log10P(scheme(4), KEY, text)).as("model 8").isGreaterThan(-3);
    assertThat(log10P(scheme, WatermarkKey.of(5), text)).as("model 8").isGreaterThan(-3);
  }

  @Test
  void the_multi_bit_detector_reads_the_payload() {
    long[] text = embed(scheme(3), 100);

    PayloadFigures read = OpenaiReference.of(scheme(0).with(KEY), text).payloads();

    assertThat(read.payload()).isEqualTo(3);
    assertThat(read.corrected()).isEqualTo(8 * read.least());
  }

  @Test
  void a_token_that_is_certain_is_taken() {
    double[] probabilities = new double[V];
    probabilities[17] = 1;
    Embedder embedder = scheme(0).embedder(KEY);

    assertThat(embedder.choose(probabilities, new long[] {1, 2, 3}, 3, new Random(1)))
        .isEqualTo(17);
    assertThat(embedder.choose(probabilities, new long[0], 0, new Random(1))).isEqualTo(17);
  }

  private static OpenaiScheme scheme(int payload) {
    return new OpenaiScheme(V, 2, payload, 7, ScoringMethod.V2, Tail.EXACT);
  }

  private static double log10P(OpenaiScheme scheme, WatermarkKey key, long[] text) {
    return SchemeTrials.tally(scheme.with(key), text).log10P();
  }

  /** From a model that finds every token equally likely at times, and a few of them at others. */
  private static long[] embed(OpenaiScheme scheme, int length) {
    Embedder embedder = scheme.embedder(KEY);
    Random model = new Random(8);
    long[] text = new long[length];
    for (int at = 0; at < length; at++) {
      double[] probabilities = new double[V];
      int choices = at % 2 == 0 ? V : 5;
      for (int i = 0; i < choices; i++) {
        probabilities[model.nextInt(V)] += 1.0 / choices;
      }
      double[] before = probabilities.clone();
      text[at] = embedder.choose(probabilities, text, at, model);
      assertThat(Arrays.equals(probabilities, before)).isTrue();
    }
    return text;
  }
}
