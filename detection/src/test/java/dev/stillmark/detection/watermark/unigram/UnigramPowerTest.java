package dev.stillmark.detection.watermark.unigram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.stats.HypergeometricTail;
import dev.stillmark.detection.watermark.Embedder;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.unigram.UnigramMask.TypeCount;
import dev.stillmark.detection.watermark.unigram.UnigramScheme.Dialect;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnigramPowerTest {

  private static final int VOCABULARY = 2000;
  private static final WatermarkKey KEY = WatermarkKey.of(987_654_321);
  private static final UnigramScheme SCHEME =
      new UnigramScheme(Dialect.UNIGRAM_REPO, VOCABULARY, 0.5);

  @Test
  void marked_text_is_far_below_any_threshold_under_its_key_alone() {
    long[] marked = write(SCHEME.embedder(KEY), 600, new Random(4));

    assertThat(log10P(KEY, marked)).as("seed 4").isLessThan(-20);
    assertThat(log10P(WatermarkKey.of(5), marked)).as("seed 4").isGreaterThan(-3);
  }

  @Test
  void a_green_token_gains_e_to_the_bias() {
    Embedder embedder = SCHEME.embedder(KEY, Math.log(3));
    UnigramMask mask = SCHEME.with(KEY).mask();

    long[] text = write(embedder, 40_000, new Random(6));

    double green = Arrays.stream(text).filter(mask::isGreen).count() / 40_000.0;
    assertThat(green).as("seed 6").isCloseTo(0.75, within(5 * Math.sqrt(.75 * .25 / 40_000)));
  }

  @Test
  void only_tokens_of_some_probability_are_chosen() {
    double[] certain = new double[VOCABULARY];
    certain[17] = 1;

    assertThat(SCHEME.embedder(KEY).choose(certain, new long[0], 0, new Random(8))).isEqualTo(17);
  }

  @Test
  void refuses_a_bias_and_a_vocabulary_that_do_not_fit() {
    assertThatThrownBy(() -> SCHEME.embedder(KEY, 0))
        .hasMessage("bias must be within (0, 100] but is 0.0");
    assertThatThrownBy(
            () -> SCHEME.embedder(KEY).choose(new double[3], new long[0], 0, new Random(1)))
        .hasMessage("probabilities must hold vocabSize = 2000 values but hold 3");
  }

  private static double log10P(WatermarkKey key, long[] text) {
    TypeCount count = SCHEME.with(key).mask().countTypes(text);
    return HypergeometricTail.log10(
        count.types(), count.greenTypes(), SCHEME.greenListSize(), VOCABULARY);
  }

  private static long[] write(Embedder embedder, int length, Random random) {
    double[] even = new double[VOCABULARY];
    Arrays.fill(even, 1.0 / VOCABULARY);
    long[] text = new long[length];
    for (int at = 0; at < length; at++) {
      text[at] = embedder.choose(even, text, at, random);
    }
    return text;
  }
}
