package dev.stillmark.detection.watermark.dipmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.stats.BinomialTail;
import dev.stillmark.detection.stats.GreenListEvalue;
import dev.stillmark.detection.stats.SeedCount;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DipmarkPlacesTest {

  private static final int VOCABULARY = 512;
  private static final int TOKENS = 800;
  private static final int KEYS = 400;

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.85})
  void following_one_token_agrees_with_its_place_in_the_whole_permutation(double gamma) {
    DipmarkScheme scheme = new DipmarkScheme(VOCABULARY, gamma, 2, false);
    PositionScorer scorer = scheme.with(WatermarkKey.of(3)).scorer();
    long[] ids = loopingText(new Random(11));
    for (int at = 2; at < 60; at++) {
      int seed = (int) scorer.seedAt(ids, at);
      int[] order = TorchGenerator.seededWith(seed).permutation(VOCABULARY);
      int place = 0;
      while (order[place] != ids[at]) {
        place++;
      }

      boolean green = (place + 1) / (float) VOCABULARY >= (float) gamma;
      assertThat(scorer.scoreAt(ids, at)).as("gamma %s, at %d", gamma, at).isEqualTo(green ? 1 : 0);
    }
  }

  @Test
  void an_id_outside_the_vocabulary_is_red() {
    PositionScorer scorer = DipmarkScheme.withDefaults(10).with(WatermarkKey.of(3)).scorer();
    long[] ids = {1, 2, 3, 4, 5, 10, -1, Long.MAX_VALUE};

    assertThat(List.of(scorer.scoreAt(ids, 5), scorer.scoreAt(ids, 6), scorer.scoreAt(ids, 7)))
        .containsOnly(0L);
  }

  @Test
  void false_alarms_over_distinct_items_stay_within_their_rate() {
    DipmarkScheme scheme = new DipmarkScheme(VOCABULARY, 0.5, 1, false);
    long[] text = loopingText(new Random(20_261_126));
    Random keys = new Random(33);
    int below = 0;
    double meanE = 0;
    int naive = 0;
    for (int i = 0; i < KEYS; i++) {
      DipmarkPlaces places = scheme.with(scheme.drawKey(keys::nextLong));
      List<SeedCount> counts = counts(places, text);
      below += log10P(scheme, counts) <= Math.log10(0.05) ? 1 : 0;
      meanE += Math.pow(10, log10E(scheme, counts)) / KEYS;
      naive += naiveZ(places, text) > 1.6449 ? 1 : 0;
    }

    // Three standard errors above the nominal rate.
    assertThat(below / (double) KEYS)
        .as("seeds 20261126 and 33")
        .isLessThanOrEqualTo(0.05 + 3 * Math.sqrt(.05 * .95 / KEYS));
    assertThat(meanE).as("mean e-value, seeds 20261126 and 33").isLessThanOrEqualTo(1.3);
    // The test has teeth: tokens counted as often as they occur do break the promise here.
    assertThat(naive / (double) KEYS).isGreaterThan(0.1);
  }

  @Test
  void text_that_prefers_green_places_is_far_below_any_threshold_under_its_key_alone() {
    DipmarkScheme scheme = new DipmarkScheme(VOCABULARY, 0.5, 5, false);
    WatermarkKey key = WatermarkKey.of(List.of(BigInteger.TWO, BigInteger.TEN));
    Random random = new Random(14);
    PositionScorer scorer = scheme.with(key).scorer();
    long[] text = new long[300];
    for (int at = 0; at < text.length; at++) {
      text[at] = random.nextInt(VOCABULARY);
      if (at >= 5 && scorer.scoreAt(text, at) == 0) {
        text[at] = random.nextInt(VOCABULARY);
      }
    }

    assertThat(log10P(scheme, counts(scheme.with(key), text))).as("seed 14").isLessThan(-10);
    assertThat(log10P(scheme, counts(scheme.with(WatermarkKey.of(1)), text)))
        .as("seed 14")
        .isGreaterThan(-3);
  }

  private static double log10P(DipmarkScheme scheme, List<SeedCount> counts) {
    int green = VOCABULARY - scheme.redPlaces();
    long n = counts.stream().mapToLong(SeedCount::tokens).sum();
    long s = counts.stream().mapToLong(SeedCount::green).sum();
    boolean conservative = s * VOCABULARY >= n * green + VOCABULARY;
    return conservative ? BinomialTail.log10(n, s, green, VOCABULARY) : 0;
  }

  private static double log10E(DipmarkScheme scheme, List<SeedCount> counts) {
    return GreenListEvalue.log10(VOCABULARY, VOCABULARY - scheme.redPlaces(), counts);
  }

  private static double naiveZ(DipmarkPlaces places, long[] text) {
    PositionScorer scorer = places.scorer();
    long green = 0;
    for (int at = 1; at < text.length; at++) {
      green += scorer.scoreAt(text, at);
    }
    return (green - 0.5 * (text.length - 1)) / Math.sqrt(0.25 * (text.length - 1));
  }

  private static List<SeedCount> counts(DipmarkPlaces places, long[] text) {
    Map<Long, int[]> bySeed = new HashMap<>();
    Set<List<Long>> seen = new HashSet<>();
    PositionScorer scorer = places.scorer();
    for (int at = places.firstPosition(); at < text.length; at++) {
      long seed = scorer.seedAt(text, at);
      if (seen.add(List.of(seed, scorer.itemAt(text, at)))) {
        int[] count = bySeed.computeIfAbsent(seed, unused -> new int[2]);
        count[0]++;
        count[1] += (int) scorer.scoreAt(text, at);
      }
    }
    List<SeedCount> counts = new ArrayList<>();
    bySeed.values().forEach(count -> counts.add(new SeedCount(count[0], count[1], 1)));
    return counts;
  }

  /** Skewed ids, with phrases that come again and again as they do in real text. */
  private static long[] loopingText(Random random) {
    long[] text = new long[TOKENS];
    for (int i = 0; i < TOKENS; i++) {
      boolean repeats = i >= 80 && (i / 20) % 2 == 0;
      double u = random.nextDouble();
      text[i] = repeats ? text[i - 80] : (long) (VOCABULARY * u * u * u);
    }
    return text;
  }
}
