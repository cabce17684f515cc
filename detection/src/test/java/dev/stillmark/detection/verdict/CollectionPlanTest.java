package dev.stillmark.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.stats.HarmonicNumber;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CollectionPlanTest {

  private static final TextYield ALL_DISTINCT = new TextYield(1, 1, 1, 100);
  private static final double ALPHA = 0.01;
  private static final int TESTS = 3;
  private static final double POWER = 0.8;

  static Stream<Arguments> marks() {
    return Stream.of(
        Arguments.of(new NullLaw.GreenList(50_257, 12_564), 0.4),
        Arguments.of(new NullLaw.FixedList(50_257, 25_128), 0.65),
        Arguments.of(new NullLaw.Coin(819, 8191), 0.2),
        Arguments.of(new NullLaw.Bits(10, 1, 2), 0.56),
        Arguments.of(new NullLaw.Uniform(DrawScale.TORCH_FLOAT), 1.4),
        Arguments.of(new NullLaw.TwoUniforms(DrawScale.VLLM_FLOAT, 0.1), 1.2));
  }

  /** Two dozen collections of the planned size for each in twelve hundred: power within 4 %. */
  @ParameterizedTest
  @MethodSource("marks")
  void the_planned_collection_has_the_planned_power(NullLaw law, double effect) {
    long items = CollectionPlan.of(law, effect, ALPHA, TESTS, POWER, ALL_DISTINCT).distinctItems();
    double threshold = Math.log10(TESTS / ALPHA) - Math.log10(0.99);
    int runs = 1200;
    long reached =
        IntStream.range(0, runs)
            .filter(run -> log10E(law, effect, items, new Random(run)) >= threshold)
            .count();

    assertThat(reached / (double) runs)
        .as("seeds 0..%d, %d items", runs, items)
        .isCloseTo(POWER, within(0.045));
  }

  private static double log10E(NullLaw law, double effect, long items, Random random) {
    Tally tally = Tally.of(law);
    for (int i = 0; i < items; i++) {
      int group = law instanceof NullLaw.FixedList ? 0 : i;
      tally.add(group, markedScore(law, effect, random));
    }
    return tally.log10E();
  }

  private static long markedScore(NullLaw law, double effect, Random random) {
    return switch (law) {
      case NullLaw.GreenList _, NullLaw.FixedList _, NullLaw.Coin _ -> bit(effect, random);
      case NullLaw.Bits bits ->
          IntStream.range(0, bits.depth()).mapToLong(d -> bit(effect, random) << d).sum();
      case NullLaw.Uniform uniform -> markedDraw(uniform.scale(), effect, random);
      case NullLaw.TwoUniforms two -> {
        long marked = markedDraw(two.scale(), effect, random);
        long plain = random.nextLong(two.scale().levels());
        boolean second = random.nextDouble() < two.alpha();
        yield second
            ? NullLaw.TwoUniforms.score(plain, marked)
            : NullLaw.TwoUniforms.score(marked, plain);
      }
    };
  }

  private static long bit(double share, Random random) {
    return random.nextDouble() < share ? 1 : 0;
  }

  private static long markedDraw(DrawScale scale, double meanScore, Random random) {
    double u = Math.pow(random.nextDouble(), 1 / HarmonicNumber.inverse(meanScore));
    return (long) (u * scale.levels());
  }

  @Test
  void more_tests_and_smaller_effects_need_more_text() {
    NullLaw law = new NullLaw.GreenList(50_257, 12_564);
    long plain = items(law, 0.3, 1e-6, 1);

    assertThat(items(law, 0.3, 1e-6, 50)).isGreaterThan(plain);
    assertThat(items(law, 0.3, 1e-9, 1)).isGreaterThan(plain);
    assertThat(items(law, 0.27, 1e-6, 1)).isGreaterThan(3 * plain);
  }

  private static long items(NullLaw law, double effect, double alpha, int tests) {
    return CollectionPlan.of(law, effect, alpha, tests, 0.8, ALL_DISTINCT).distinctItems();
  }

  @Test
  void tokens_and_outputs_follow_from_the_yield() {
    NullLaw law = new NullLaw.GreenList(50_257, 12_564);
    long items = items(law, 0.3, 1e-6, 1);
    TextYield half = new TextYield(0.5, 10_000, 1, 50);

    CollectionPlan plan = CollectionPlan.of(law, 0.3, 1e-6, 1, 0.8, half);

    assertThat(plan.distinctItems()).isEqualTo(items);
    assertThat(plan.tokens()).isEqualTo(2.0 * items);
    assertThat(plan.outputs()).isEqualTo(Math.ceil(2.0 * items / 50));
  }

  /**
   * 4,000 of 10,000 tokens are distinct and growth is by the root: 8,000 take four times as many.
   */
  @Test
  void distinct_items_grow_by_heaps_law() {
    TextYield yield = new TextYield(0.4, 10_000, 0.5, 100);

    assertThat(yield.tokensFor(4000)).isEqualTo(10_000);
    assertThat(yield.tokensFor(8000)).isEqualTo(40_000);
    assertThat(yield.tokensFor(10)).isEqualTo(10);
    assertThat(TextYield.typical(0).tokensFor(50_000))
        .isGreaterThan(TextYield.typical(1).tokensFor(50_000));
    assertThat(TextYield.typical(4)).isEqualTo(TextYield.typical(2));
  }

  @Test
  void refuses_what_cannot_be_planned() {
    NullLaw green = new NullLaw.GreenList(4, 1);
    NullLaw fixed = new NullLaw.FixedList(1000, 250);
    NullLaw uniform = new NullLaw.Uniform(DrawScale.TORCH_FLOAT);

    assertThatThrownBy(() -> items(green, 0.25, 1e-6, 1))
        .hasMessage("effect must be within (0.25, 1.0) but is 0.25");
    assertThatThrownBy(() -> items(uniform, 1, 1e-6, 1))
        .hasMessageStartingWith("effect must be within (1.0, 16.6");
    assertThatThrownBy(() -> items(fixed, 0.27, 1e-6, 1))
        .hasMessage("the items needed must be at most 1000 but are more for so small an effect");
    assertThatThrownBy(() -> items(green, 0.5, 1e-6, 0))
        .hasMessage("tests must be at least 1 but is 0");
    assertThatThrownBy(() -> items(green, 0.5, 1, 1))
        .hasMessage("alpha must be within (0, 1) but is 1.0");
    assertThatThrownBy(() -> new TextYield(0, 1, 1, 1))
        .hasMessage("distinctShare must be within (0, 1] but is 0.0");
    assertThatThrownBy(() -> new TextYield(1, 0, 1, 1))
        .hasMessage("measuredTokens must be at least 1 but is 0.0");
    assertThatThrownBy(() -> new TextYield(1, 1, 1, 0))
        .hasMessage("tokensPerOutput must be above 0 but is 0.0");
  }
}
