package dev.stillmark.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.stillmark.detection.stats.BinomialPower;
import dev.stillmark.testkit.DistinctItems.Score;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The seeded world under the statistics alone: what must be seen is seen, and nothing else. */
class WatermarkNullAndPowerTest {

  private static final double GAMMA = 0.25;
  private static final double DECLARED_EFFECT = 0.27;

  /** Of the default policy with three keys tried, and some room. */
  private static final double LOG10_THRESHOLD = 6.5;

  private static final int WRONG_KEYS = 60;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_student_of_marked_text_gives_itself_away_without_a_key(long seed) {
    Score score = underTrueKey(seed, "distilled");

    assertThat(score.greenShare()).as("seed %d", seed).isGreaterThan(0.32);
    assertThat(score.log10E()).as("seed %d", seed).isGreaterThan(10 * LOG10_THRESHOLD);
  }

  @ParameterizedTest
  @CsvSource({
    "1, innocent", "2, innocent", "3, innocent", "4, innocent", "5, innocent",
    "1, phrase-only", "2, phrase-only", "3, phrase-only", "4, phrase-only", "5, phrase-only",
  })
  void students_of_unmarked_text_stay_at_chance(long seed, String suspect) {
    Score score = underTrueKey(seed, suspect);

    double fourSigmas = 4 * Math.sqrt(GAMMA * (1 - GAMMA) / score.items());
    assertThat(score.greenShare()).as("seed %d", seed).isCloseTo(GAMMA, offset(fourSigmas));
    assertThat(score.log10E()).as("seed %d", seed).isLessThan(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_innocent_says_enough_to_be_cleared(long seed) {
    assertThat(powerOver(underTrueKey(seed, "innocent"))).as("seed %d", seed).isGreaterThan(0.85);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_diluted_student_leaves_the_test_without_power(long seed) {
    Score score = underTrueKey(seed, "diluted");

    assertThat(score.log10E()).as("seed %d", seed).isLessThan(LOG10_THRESHOLD - 1);
    assertThat(powerOver(score)).as("seed %d", seed).isLessThan(0.5);
  }

  @ParameterizedTest
  @CsvSource({"1, distilled", "2, innocent", "3, diluted"})
  void wrong_keys_see_nothing_in_any_student(long seed, String suspect) {
    DistinctItems items = itemsOf(seed, suspect);
    SplittableRandom keys = new SplittableRandom(seed);

    List<Score> scores =
        IntStream.range(0, WRONG_KEYS).mapToObj(_ -> items.under(keys.nextLong())).toList();

    double mean = scores.stream().mapToDouble(Score::greenShare).average().orElseThrow();
    double sigma = Math.sqrt(GAMMA * (1 - GAMMA) / items.count() / WRONG_KEYS);
    assertThat(mean).as("seed %d", seed).isCloseTo(GAMMA, offset(4 * sigma));
    assertThat(scores.stream().filter(score -> score.log10P() < -1).count())
        .as("of %d wrong keys, those with p < 0.1, seed %d", WRONG_KEYS, seed)
        .isLessThanOrEqualTo(WRONG_KEYS / 5);
    assertThat(scores).as("seed %d", seed).allMatch(score -> score.log10E() < 4);
  }

  private static double powerOver(Score score) {
    return BinomialPower.of(
        World.VOCABULARY,
        (int) (GAMMA * World.VOCABULARY),
        score.items(),
        DECLARED_EFFECT,
        LOG10_THRESHOLD);
  }

  private static Score underTrueKey(long seed, String suspect) {
    return itemsOf(seed, suspect).under(Scenarios.of(seed).watermarkKey());
  }

  private static DistinctItems itemsOf(long seed, String suspect) {
    Scenario scenario = Scenarios.of(seed);
    return DistinctItems.of(scenario, Scenarios.suspect(scenario, suspect));
  }
}
