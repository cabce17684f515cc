package dev.stillmark.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.random.CategoricalDraw;
import java.util.BitSet;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreenRejectionTest {

  private static final double[] PROBABILITIES = {0.4, 0.2, 0, 0.25, 0.1, 0.05};
  private static final BitSet GREEN = BitSet.valueOf(new long[] {0b010110});
  private static final long[] IDS = {7};
  private static final int RUNS = 200_000;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 2, 5})
  void draws_as_the_embedder_does_that_lists_all_probabilities(double bias) {
    GreenBias listed = new GreenBias(greens(), bias);
    GreenRejection rejection = new GreenRejection(greens(), bias);
    Random random = new Random(20_261_125);

    int[] byList = count(() -> listed.choose(PROBABILITIES, IDS, 1, random));
    int[] byRejection = count(() -> firstThatStands(rejection, random));

    assertThat(homogeneity(byList, byRejection)).as("chi square, 4 degrees").isLessThan(23.5);
    assertThat(byRejection[2]).isZero();
  }

  @Test
  void needs_as_many_proposals_as_one_over_the_acceptance() {
    GreenRejection rejection = new GreenRejection(greens(), 1.5);
    Random random = new Random(20_261_126);
    double greenShare = PROBABILITIES[1] + PROBABILITIES[4];
    int stood = 0;

    for (int i = 0; i < RUNS; i++) {
      int proposal = CategoricalDraw.from(PROBABILITIES, random);
      stood += rejection.stands(proposal, IDS, 1, random) ? 1 : 0;
    }

    double expected = greenShare + (1 - greenShare) * Math.exp(-1.5);
    assertThat(rejection.acceptance(greenShare)).isCloseTo(expected, within(1e-15));
    assertThat((double) stood / RUNS).isCloseTo(expected, within(0.005));
  }

  @Test
  void marks_nothing_before_there_is_a_seed() {
    GreenRejection rejection = new GreenRejection(greens(), 20);
    Random random = new Random(20_261_127);

    assertThat(rejection.stands(1, IDS, 1, random)).isTrue();
    assertThat(rejection.stands(1, IDS, 0, random)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refuses_a_bias_that_no_rejection_can_have(double bias) {
    assertThatThrownBy(() -> new GreenRejection(greens(), bias))
        .hasMessage("bias must be finite and at least 0 but is " + bias);
  }

  private static SeededGreens greens() {
    return new SeededGreens(1, (ids, position) -> 1, seed -> GREEN);
  }

  private static int firstThatStands(GreenRejection rejection, Random random) {
    int proposal = CategoricalDraw.from(PROBABILITIES, random);
    while (!rejection.stands(proposal, IDS, 1, random)) {
      proposal = CategoricalDraw.from(PROBABILITIES, random);
    }
    return proposal;
  }

  private static int[] count(IntSupplier draw) {
    int[] counts = new int[PROBABILITIES.length];
    for (int i = 0; i < RUNS; i++) {
      counts[draw.getAsInt()]++;
    }
    return counts;
  }

  /** Pearson's statistic for two samples of one size; 23.5 is exceeded with probability 1e-4. */
  private static double homogeneity(int[] one, int[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      double difference = one[i] - other[i];
      sum += one[i] + other[i] == 0 ? 0 : difference * difference / (one[i] + other[i]);
    }
    return sum;
  }
}
