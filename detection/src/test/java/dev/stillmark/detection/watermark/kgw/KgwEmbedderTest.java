package dev.stillmark.detection.watermark.kgw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.random.CategoricalDraw;
import dev.stillmark.detection.stats.BinomialTail;
import dev.stillmark.detection.watermark.Embedder;
import dev.stillmark.detection.watermark.GreenRejection;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.kgw.KgwScheme.Seeding;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KgwEmbedderTest {

  private static final int V = 400;
  private static final WatermarkKey KEY = WatermarkKey.of(7_046_029_254_386_353_131L);

  @ParameterizedTest
  @EnumSource
  void marked_text_is_found_with_its_key_only(Seeding seeding) {
    KgwScheme scheme = new KgwScheme(V, 0.25, seeding, 3, false, null, 5);
    long[] text = write(scheme.embedder(KEY), 400);

    assertThat(log10P(scheme.with(KEY), text)).isLessThan(-15);
    assertThat(log10P(scheme.with(WatermarkKey.of(31)), text)).isGreaterThan(-3);
  }

  @ParameterizedTest
  @EnumSource
  void without_bias_there_is_no_mark(Seeding seeding) {
    KgwScheme scheme = new KgwScheme(V, 0.25, seeding, 3, false, null, 5);
    long[] text = write(scheme.embedder(KEY, 0), 400);

    assertThat(log10P(scheme.with(KEY), text)).isGreaterThan(-3);
  }

  @Test
  void text_marked_by_rejection_is_found_as_surely_and_with_its_key_only() {
    KgwScheme scheme = KgwScheme.withDefaults(V);
    long[] listed = write(scheme.embedder(KEY, 2), 400);
    long[] rejected = write(rejecting(scheme.rejection(KEY, 2)), 400);
    long[] unbiased = write(rejecting(scheme.rejection(KEY, 0)), 400);

    assertThat(log10P(scheme.with(KEY), rejected))
        .isLessThan(-15)
        .isCloseTo(log10P(scheme.with(KEY), listed), within(8.0));
    assertThat(log10P(scheme.with(WatermarkKey.of(31)), rejected)).isGreaterThan(-3);
    assertThat(log10P(scheme.with(KEY), unbiased)).isGreaterThan(-3);
  }

  @Test
  void what_is_green_only_among_the_likeliest_cannot_be_marked_without_probabilities() {
    KgwScheme scheme = new KgwScheme(V, 0.25, Seeding.SELFHASH, 3, false, null, 5);

    assertThatThrownBy(() -> scheme.rejection(KEY, 2))
        .hasMessage("to mark without probabilities seedingScheme must be lefthash but is selfhash");
  }

  /** Knows of the model no more than what it proposes. */
  private static Embedder rejecting(GreenRejection rejection) {
    return (probabilities, ids, length, random) -> {
      int proposal = CategoricalDraw.from(probabilities, random);
      while (!rejection.stands(proposal, ids, length, random)) {
        proposal = CategoricalDraw.from(probabilities, random);
      }
      return proposal;
    };
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

  private static double log10P(GreenLists lists, long[] text) {
    Set<List<Long>> seen = new HashSet<>();
    int green = 0;
    for (int at = lists.firstPosition(); at < text.length; at++) {
      if (seen.add(List.of((long) lists.seedAt(text, at), text[at]))) {
        green += lists.isGreenAt(text, at) ? 1 : 0;
      }
    }
    return BinomialTail.log10(seen.size(), green, lists.scheme().greenListSize(), V);
  }
}
