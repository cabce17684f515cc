package dev.stillmark.detection.watermark.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.verdict.Tally;
import dev.stillmark.detection.watermark.Embedder;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.vllm.VllmScheme.Variant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VllmEmbedderTest {

  private static final WatermarkKey KEY = WatermarkKey.of(0x1234_5678_9abcL);
  private static final long SEED = 8_191;

  @ParameterizedTest
  @CsvSource({"GUMBEL, 0, -40", "DUAL_KEY, 0.1, -25", "DUAL_KEY, 0.5, -15", "DUAL_KEY, 1, -40"})
  void what_it_marks_stands_out_under_its_key_alone(
      Variant variant, double alpha, double threshold) {
    VllmScheme scheme = new VllmScheme(variant, alpha, 4, true, 0.01);

    long[] ids = generate(scheme, 200, 300);

    assertThat(log10P(scheme, KEY, ids)).as("seed %d", SEED).isLessThan(threshold);
    assertThat(log10P(scheme, WatermarkKey.of(5), ids)).as("seed %d", SEED).isGreaterThan(-3);
    assertThat(scheme.with(KEY).reference(ids, new long[0]).prediction()).isTrue();
  }

  @Test
  void one_raw_key_sees_nothing_of_two_derived_ones() {
    long[] ids = generate(VllmScheme.dualKey(0.1), 200, 300);

    assertThat(log10P(VllmScheme.gumbel(), KEY, ids)).as("seed %d", SEED).isGreaterThan(-3);
  }

  @ParameterizedTest
  @EnumSource
  void over_keys_every_token_keeps_its_probability(Variant variant) {
    double[] probabilities = {0.05, 0, 0.5, 0.25, 0.2};
    VllmScheme scheme = new VllmScheme(variant, variant == Variant.GUMBEL ? 0 : 0.3, 2, true, 0.01);
    int[] chosen = new int[probabilities.length];
    Random random = new Random(SEED);
    for (int key = 0; key < 20_000; key++) {
      Embedder embedder = scheme.embedder(WatermarkKey.of(random.nextLong() >>> 1));
      chosen[embedder.choose(probabilities, new long[] {3, 4}, 2, random)]++;
    }

    for (int token = 0; token < probabilities.length; token++) {
      assertThat(chosen[token] / 20_000.0)
          .as("seed %d token %d", SEED, token)
          .isCloseTo(probabilities[token], within(0.012));
    }
  }

  @Test
  void behind_a_repeated_context_it_samples_ordinarily() {
    Embedder embedder = VllmScheme.gumbel().embedder(KEY);
    double[] even = new double[50];
    Arrays.fill(even, 0.02);
    long[] fresh = {1, 2, 3, 4, 9};
    long[] repeated = {1, 2, 3, 4, 9, 1, 2, 3, 4};
    Set<Integer> behindFresh = new HashSet<>();
    Set<Integer> behindRepeated = new HashSet<>();
    Random random = new Random(SEED);
    for (int i = 0; i < 100; i++) {
      behindFresh.add(embedder.choose(even, fresh, 4, random));
      behindRepeated.add(embedder.choose(even, repeated, 9, random));
    }

    assertThat(behindFresh).hasSize(1);
    assertThat(behindRepeated).as("seed %d", SEED).hasSizeGreaterThan(20);
  }

  private static long[] generate(VllmScheme scheme, int vocabulary, int length) {
    Embedder embedder = scheme.embedder(KEY);
    Random random = new Random(SEED);
    long[] ids = new long[length];
    for (int at = 0; at < length; at++) {
      ids[at] = embedder.choose(probabilities(vocabulary, random), ids, at, random);
    }
    return ids;
  }

  private static double[] probabilities(int vocabulary, Random random) {
    double[] weights = random.doubles(vocabulary).map(u -> Math.pow(u, 12)).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  private static double log10P(VllmScheme scheme, WatermarkKey key, long[] ids) {
    PositionScorer scorer = scheme.with(key).scorer();
    Tally tally = Tally.of(scheme.law());
    Set<List<Long>> seen = new HashSet<>();
    for (int at = 0; at < ids.length; at++) {
      if (seen.add(List.of(scorer.seedAt(ids, at), scorer.itemAt(ids, at)))) {
        tally.add(at, scorer.scoreAt(ids, at));
      }
    }
    return tally.log10P();
  }
}
