package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LikelihoodRatioCostTest {

  private static final boolean[] TWO_OF_EACH = {true, true, false, false};
  private static final double[] EVEN = {1, 1, 1, 1};

  @Test
  void is_one_bit_for_ratios_of_one() {
    LikelihoodRatioCost cost = LikelihoodRatioCost.of(new double[4], TWO_OF_EACH, EVEN);

    assertThat(cost.cost()).isCloseTo(1, within(1e-15));
    assertThat(cost.least()).isCloseTo(1, within(1e-15));
  }

  /** LR 3 and 1/3 under Hp, 1 and 1/3 under Hd: log2(4/3), 2; 1, log2(4/3). */
  @Test
  void is_what_was_counted_by_hand() {
    double three = Math.log10(3);

    LikelihoodRatioCost cost =
        LikelihoodRatioCost.of(new double[] {three, -three, 0, -three}, TWO_OF_EACH, EVEN);

    double log2 = Math.log(4.0 / 3) / Math.log(2);
    assertThat(cost.cost()).isCloseTo(((log2 + 2) / 2 + (1 + log2) / 2) / 2, within(1e-14));
  }

  /**
   * In order: {Hp, Hd} tied, then Hd, then Hp. Pooling the first three gives a posterior of 1/3 to
   * one Hp and two Hd, and 1 to the last: ½ (log2 3 / 2) + ½ (2 log2 1.5 / 2).
   */
  @Test
  void is_least_after_pooling_what_is_out_of_order() {
    double[] ratios = {5, -1, 0, -1};

    double least = LikelihoodRatioCost.of(ratios, TWO_OF_EACH, EVEN).least();

    double expected = Math.log(3) / Math.log(2) / 4 + Math.log(1.5) / Math.log(2) / 2;
    assertThat(least).isCloseTo(expected, within(1e-14));
  }

  @Test
  void is_next_to_nothing_for_sure_and_right_ratios_and_huge_for_wrong_ones() {
    double[] right = {300, 200, -300, -200};
    double[] wrong = {-300, -200, 300, 200};

    assertThat(LikelihoodRatioCost.of(right, TWO_OF_EACH, EVEN).cost()).isLessThan(1e-100);
    assertThat(LikelihoodRatioCost.of(right, TWO_OF_EACH, EVEN).least()).isZero();
    assertThat(LikelihoodRatioCost.of(wrong, TWO_OF_EACH, EVEN).cost()).isBetween(800.0, 900.0);
    assertThat(LikelihoodRatioCost.of(wrong, TWO_OF_EACH, EVEN).least())
        .isCloseTo(1, within(1e-15));
  }

  /** The second of each kind weighs nothing beside the first. */
  @Test
  void weighs() {
    double[] ratios = {Math.log10(3), -9, -Math.log10(3), 9};

    LikelihoodRatioCost cost =
        LikelihoodRatioCost.of(ratios, TWO_OF_EACH, new double[] {1, 1e-15, 2, 1e-15});

    assertThat(cost.cost()).isCloseTo(Math.log(4.0 / 3) / Math.log(2), within(1e-12));
  }

  @Test
  void needs_both_hypotheses() {
    assertThatThrownBy(
            () -> LikelihoodRatioCost.of(new double[] {1}, new boolean[] {false}, new double[] {1}))
        .hasMessage("a cost needs ratios under both hypotheses but their weights are 0.0 and 1.0");
  }

  @Test
  void pools_adjacent_violators() {
    double[] fitted =
        IsotonicFit.of(
            new double[] {1, 2, 3, 4, 5},
            new double[] {1, 5, 3, 1, 9},
            new double[] {1, 1, 1, 2, 1});

    assertThat(fitted).containsExactly(new double[] {1, 2.5, 2.5, 2.5, 9}, within(1e-15));
  }
}
