package dev.stillmark.detection.watermark.lmwatermarking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.stats.BinomialTail;
import dev.stillmark.detection.watermark.Embedder;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LmWatermarkingEmbedderTest {

  private static final int V = 400;
  private static final WatermarkKey KEY = WatermarkKey.of(7_046_029_254_386_353_131L);
  private static final WatermarkKey WRONG_KEY = WatermarkKey.of(1_299_709);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lefthash",
        "selfhash",
        "minhash",
        "skipgram",
        "ff-additive_prf-4-False",
        "ff-multiplicative_prf-2-False",
        "ff-minfunc_prf-3-False",
        "ff-simple_skip_prf-4-False",
        "ff-anchored_skipgram_prf-4-False",
        "ff-minskipgram_prf-3-False",
        "ff-noncomm_prf-3-True",
        "ff-position_prf-3-False"
      })
  void marked_text_is_found_with_its_key_only(String name) {
    LmWatermarkingScheme scheme = scheme(SeedingScheme.named(name), true);
    long[] text = write(scheme.embedder(KEY), 400);

    assertThat(log10P(scheme.with(KEY), text)).isLessThan(-15);
    assertThat(log10P(scheme.with(WRONG_KEY), text)).isGreaterThan(-3.5);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void both_ends_of_the_permutation_can_be_green(boolean selectGreenTokens) {
    LmWatermarkingScheme scheme = scheme(SeedingScheme.named("lefthash"), selectGreenTokens);
    LmWatermarkingScheme otherEnd = scheme(SeedingScheme.named("lefthash"), !selectGreenTokens);
    long[] text = write(scheme.embedder(KEY), 400);

    assertThat(log10P(scheme.with(KEY), text)).isLessThan(-15);
    assertThat(log10P(otherEnd.with(KEY), text)).isGreaterThan(-3);
  }

  /** Products of keys and tokens stay below 2^64, or the reference could not have made the text. */
  @Test
  void the_original_processor_marks_with_keys_that_it_can_take() {
    LmWatermarkingScheme scheme = scheme(SeedingScheme.named("original"), true);
    WatermarkKey largest = scheme.drawKey(() -> -1);
    long[] text = write(scheme.embedder(largest), 400);

    assertThat(log10P(scheme.with(largest), text)).isLessThan(-15);
    assertThat(scheme.with(largest).reference(text, new long[0]).prediction()).isTrue();
  }

  private static LmWatermarkingScheme scheme(
      SeedingScheme seedingScheme, boolean selectGreenTokens) {
    return new LmWatermarkingScheme(
        V, 0.25, seedingScheme, selectGreenTokens, true, List.of(), null);
  }

  private static long[] write(Embedder embedder, int tokens) {
    Random random = new Random(20_261_125);
    long[] text = new long[tokens];
    for (int i = 0; i < tokens; i++) {
      text[i] = embedder.choose(twentyOf(random), text, i, random);
    }
    return text;
  }

  /** A model that finds twenty other tokens possible at each step. */
  private static double[] twentyOf(Random random) {
    double[] probabilities = new double[V];
    random.ints(0, V).distinct().limit(20).forEach(id -> probabilities[id] = 1.0 / 20);
    return probabilities;
  }

  private static double log10P(LmWatermarkingLists lists, long[] text) {
    PositionScorer scorer = lists.scorer();
    Set<List<Long>> seen = new HashSet<>();
    int green = 0;
    for (int at = lists.firstPosition(); at < text.length; at++) {
      if (seen.add(List.of(scorer.seedAt(text, at), text[at]))) {
        green += (int) scorer.scoreAt(text, at);
      }
    }
    return BinomialTail.log10(seen.size(), green, lists.scheme().greenListSize(), V);
  }
}
