package dev.stillmark.detection.watermark.sglang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.verdict.Tally;
import dev.stillmark.detection.watermark.Embedder;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.sglang.SglangScheme.Variant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SglangNullAndPowerTest {

  private static final long SEED = 131_071;
  private static final int KEYS = 500;

  @ParameterizedTest
  @EnumSource
  void false_alarms_over_distinct_items_stay_within_their_rate(Variant variant) {
    SglangScheme scheme = scheme(variant);
    long[] text = loopingText();
    Random random = new Random(SEED);
    int alarms = 0;
    int naive = 0;
    double meanE = 0;
    for (int i = 0; i < KEYS; i++) {
      WatermarkKey key = scheme.drawKey(random::nextLong);
      Tally distinct = tally(scheme, key, text, true);
      alarms += distinct.log10P() <= -2 ? 1 : 0;
      meanE += Math.pow(10, distinct.log10E()) / KEYS;
      naive += tally(scheme, key, text, false).log10P() <= -2 ? 1 : 0;
    }

    // Three standard errors above the nominal rate of 0.01.
    assertThat(alarms / (double) KEYS)
        .as("seed %d", SEED)
        .isLessThanOrEqualTo(0.01 + 3 * Math.sqrt(0.01 * 0.99 / KEYS));
    assertThat(meanE).as("seed %d", SEED).isLessThanOrEqualTo(1.5);
    // The test has teeth: repeated draws, counted as often as they occur, break the promise.
    assertThat(naive / (double) KEYS).as("seed %d", SEED).isGreaterThan(0.1);
  }

  @ParameterizedTest
  @EnumSource
  void what_it_marks_stands_out_under_its_key_alone(Variant variant) {
    SglangScheme scheme = scheme(variant);
    Random random = new Random(SEED);
    WatermarkKey key = scheme.drawKey(random::nextLong);
    Embedder embedder = scheme.embedder(key);
    long[] ids = new long[300];
    for (int at = 0; at < ids.length; at++) {
      ids[at] = embedder.choose(probabilities(random), ids, at, random);
    }

    assertThat(tally(scheme, key, ids, true).log10P()).as("seed %d", SEED).isLessThan(-40);
    assertThat(tally(scheme, scheme.drawKey(random::nextLong), ids, true).log10P())
        .as("seed %d", SEED)
        .isGreaterThan(-3);
    assertThat(scheme.with(key).reference(ids, new long[0]).p()).isLessThan(1e-40);
  }

  @ParameterizedTest
  @EnumSource
  void over_keys_every_token_keeps_its_probability(Variant variant) {
    double[] probabilities = {0.05, 0, 0.5, 0.25, 0.2};
    int[] chosen = new int[probabilities.length];
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      WatermarkKey key = scheme(variant).drawKey(random::nextLong);
      chosen[scheme(variant).embedder(key).choose(probabilities, new long[] {3, 4}, 2, random)]++;
    }

    for (int token = 0; token < probabilities.length; token++) {
      assertThat(chosen[token] / 20_000.0)
          .as("seed %d token %d", SEED, token)
          .isCloseTo(probabilities[token], within(0.012));
    }
  }

  @Test
  void an_empty_or_used_context_is_not_marked() {
    Embedder embedder = SglangScheme.gumbel().embedder(WatermarkKey.of(42));
    double[] even = new double[50];
    Arrays.fill(even, 0.02);
    Set<Integer> behindEmpty = new HashSet<>();
    Set<Integer> behindFresh = new HashSet<>();
    Set<Integer> behindUsed = new HashSet<>();
    Random random = new Random(SEED);
    for (int i = 0; i < 100; i++) {
      behindEmpty.add(embedder.choose(even, new long[0], 0, random));
      behindFresh.add(embedder.choose(even, new long[] {1, 2}, 2, random));
      behindUsed.add(embedder.choose(even, new long[] {1, 2, 3, 4, 9, 1, 2, 3, 4}, 9, random));
    }

    assertThat(behindFresh).hasSize(1);
    assertThat(behindEmpty).as("seed %d", SEED).hasSizeGreaterThan(20);
    assertThat(behindUsed).as("seed %d", SEED).hasSizeGreaterThan(20);
  }

  private static SglangScheme scheme(Variant variant) {
    return switch (variant) {
      case GUMBEL -> SglangScheme.gumbel();
      case DUAL_KEY -> SglangScheme.dualKey();
    };
  }

  private static double[] probabilities(Random random) {
    double[] weights = random.doubles(200).map(u -> Math.pow(u, 12)).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  private static Tally tally(SglangScheme scheme, WatermarkKey key, long[] ids, boolean distinct) {
    PositionScorer scorer = scheme.with(key).scorer();
    Tally tally = Tally.of(scheme.law());
    Set<List<Long>> seen = new HashSet<>();
    for (int at = scheme.with(key).firstPosition(); at < ids.length; at++) {
      if (seen.add(List.of(scorer.seedAt(ids, at), scorer.itemAt(ids, at))) || !distinct) {
        tally.add(at, scorer.scoreAt(ids, at));
      }
    }
    return tally;
  }

  /** A phrase of 20 tokens, ten times, and 40 tokens of their own. */
  private static long[] loopingText() {
    Random random = new Random(SEED);
    long[] phrase = random.longs(20, 0, 50_000).toArray();
    long[] text = new long[240];
    for (int at = 0; at < text.length; at++) {
      text[at] = at < 200 ? phrase[at % 20] : random.nextInt(50_000);
    }
    return text;
  }
}
