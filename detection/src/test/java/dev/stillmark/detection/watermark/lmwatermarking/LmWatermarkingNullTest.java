package dev.stillmark.detection.watermark.lmwatermarking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.verdict.Tally;
import dev.stillmark.detection.watermark.PositionScorer;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Clean text under keys that did not make it. */
class LmWatermarkingNullTest {

  private static final int V = 512;
  private static final int KEYS = 120;
  private static final long TEXT_SEED = 20_261_125;
  private static final long KEY_SEED = 31;

  static Stream<SeedingScheme> seedingSchemes() {
    return Stream.concat(
        Stream.of(SeedingScheme.SELFHASH),
        Arrays.stream(Prf.values())
            .map(prf -> new SeedingScheme(prf, prf == Prf.ORIGINAL ? 1 : 4, false)));
  }

  @ParameterizedTest
  @MethodSource("seedingSchemes")
  void false_alarms_over_distinct_draws_stay_within_their_rate(SeedingScheme seedingScheme) {
    long[] text = text(300, V);
    int alarms = 0;
    double meanE = 0;
    for (LmWatermarkingLists lists : wrongKeys(seedingScheme)) {
      Tally tally = tally(lists, text);
      alarms += tally.log10PBound() <= Math.log10(0.05) ? 1 : 0;
      meanE += Math.pow(10, tally.log10E()) / KEYS;
    }

    // Three standard errors above the nominal rate of 0.05.
    assertThat(alarms / (double) KEYS)
        .as("text %d, keys %d", TEXT_SEED, KEY_SEED)
        .isLessThanOrEqualTo(0.05 + 3 * Math.sqrt(.05 * .95 / KEYS));
    assertThat(meanE).isLessThanOrEqualTo(1.5);
  }

  /**
   * Many windows share one seed under a minimum: as units they are copies of one another, and z
   * would spread far beyond its nominal deviation of 1.
   */
  @ParameterizedTest
  @ValueSource(strings = {"minhash", "selfhash", "skipgram"})
  void the_unit_of_evidence_is_the_draw_and_not_the_window(String name) {
    long[] text = text(1500, 24);
    double[] overWindows = new double[KEYS];
    double[] overDraws = new double[KEYS];
    List<LmWatermarkingLists> keys = wrongKeys(SeedingScheme.named(name));
    for (int key = 0; key < KEYS; key++) {
      overWindows[key] = keys.get(key).reference(text, new long[0]).z();
      overDraws[key] = tally(keys.get(key), text).z();
    }

    assertThat(deviation(overWindows)).as("windows").isGreaterThan(2);
    assertThat(deviation(overDraws)).as("draws").isCloseTo(1, within(0.2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lefthash", "ff-noncomm_prf-3-False"})
  void where_every_context_has_its_own_seed_the_two_units_are_one(String name) {
    long[] text = text(1500, V);
    LmWatermarkingLists lists = wrongKeys(SeedingScheme.named(name)).getFirst();

    assertThat(tally(lists, text).scored()).isEqualTo(lists.reference(text, new long[0]).n());
  }

  private static List<LmWatermarkingLists> wrongKeys(SeedingScheme seedingScheme) {
    LmWatermarkingScheme scheme =
        new LmWatermarkingScheme(V, 0.25, seedingScheme, true, true, List.of(), null);
    Random random = new Random(KEY_SEED);
    return Stream.generate(() -> scheme.with(scheme.drawKey(random::nextLong)))
        .limit(KEYS)
        .toList();
  }

  private static Tally tally(LmWatermarkingLists lists, long[] text) {
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

  /** Skewed ids, a few of them as frequent as the commonest words are. */
  private static long[] text(int tokens, int types) {
    Random random = new Random(TEXT_SEED);
    long[] text = new long[tokens];
    for (int i = 0; i < tokens; i++) {
      double u = random.nextDouble();
      text[i] = (long) (types * u * u * u);
    }
    return text;
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
