package dev.stillmark.detection.watermark.markllm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.verdict.Tally;
import dev.stillmark.detection.watermark.Embedder;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clean text under wrong keys, and marked text under its own. */
class MarkLlmEvidenceTest {

  private static final int V = 499;
  private static final int KEYS = 120;
  private static final long TEXT_SEED = 20_261_125;
  private static final long KEY_SEED = 37;

  static Stream<MarkLlmKgwScheme> schemes() {
    return Arrays.stream(FScheme.values())
        .flatMap(f ->
            Arrays.stream(WindowScheme.values())
                .map(window -> new MarkLlmKgwScheme(V, 0.25, f, window, 2)));
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void false_alarms_over_distinct_draws_stay_within_their_rate(MarkLlmKgwScheme scheme) {
    Random text = new Random(TEXT_SEED);
    long[] tokens = text.doubles(400).mapToLong(u -> (long) (V * u * u * u)).toArray();
    Random keys = new Random(KEY_SEED);
    int alarms = 0;
    double meanE = 0;
    for (int i = 0; i < KEYS; i++) {
      Tally tally = tally(scheme.with(scheme.drawKey(keys::nextLong)), tokens);
      alarms += tally.log10PBound() <= Math.log10(0.05) ? 1 : 0;
      meanE += Math.pow(10, tally.log10E()) / KEYS;
    }

    // Three standard errors above the nominal rate of 0.05.
    assertThat(alarms / (double) KEYS)
        .as("text %d, keys %d", TEXT_SEED, KEY_SEED)
        .isLessThanOrEqualTo(0.05 + 3 * Math.sqrt(.05 * .95 / KEYS));
    assertThat(meanE).isLessThanOrEqualTo(1.5);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void marked_text_is_found_with_its_key_only(MarkLlmKgwScheme scheme) {
    WatermarkKey key = WatermarkKey.of(7_046_029_254_386_353_131L);
    long[] text = write(scheme.embedder(key), 250);

    assertThat(tally(scheme.with(key), text).log10PBound()).isLessThan(-12);
    assertThat(tally(scheme.with(WatermarkKey.of(1_299_709)), text).log10P()).isGreaterThan(-3);
  }

  private static long[] write(Embedder embedder, int tokens) {
    Random random = new Random(TEXT_SEED);
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

  private static Tally tally(MarkLlmLists lists, long[] text) {
    Tally tally = Tally.of(lists.scheme().law());
    PositionScorer scorer = lists.scorer();
    Map<Long, Integer> groups = new HashMap<>();
    Set<List<Long>> seen = new HashSet<>();
    for (int at = lists.firstPosition(); at < text.length; at++) {
      long seed = scorer.seedAt(text, at);
      if (seen.add(List.of(seed, scorer.itemAt(text, at)))) {
        int group = groups.computeIfAbsent(seed, unused -> groups.size());
        tally.add(group, scorer.scoreAt(text, at));
      }
    }
    return tally;
  }
}
