package dev.stillmark.detection.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GumbelChoiceTest {

  @Test
  void picks_the_largest_logarithm_over_probability() {
    double[] probabilities = {0.5, 0.3, 0.2};
    double[] draws = {0.5, 0.6, 0.9};

    // ln(u) / p is -1.39, -1.70 and -0.53.
    assertThat(GumbelChoice.largest(probabilities, i -> draws[i])).isEqualTo(2);
  }

  @Test
  void picks_the_lowest_of_equal_ones() {
    assertThat(GumbelChoice.largest(new double[] {0, 0.5, 0.5}, i -> 0.25)).isEqualTo(1);
  }

  @Test
  void never_picks_what_has_no_probability() {
    assertThat(GumbelChoice.largest(new double[] {0, 1e-300, 0}, i -> 1e-9)).isEqualTo(1);
  }

  @Test
  void the_choice_is_a_sample_of_the_probabilities() {
    double[] probabilities = {0.1, 0, 0.6, 0.3};
    Random random = new Random(17);
    int[] chosen = new int[4];

    for (int i = 0; i < 100_000; i++) {
      chosen[GumbelChoice.largest(probabilities, index -> random.nextDouble())]++;
    }

    // Five standard errors at most.
    for (int i = 0; i < 4; i++) {
      assertThat(chosen[i] / 100_000.0)
          .as("seed 17, %d", i)
          .isCloseTo(probabilities[i], within(0.008));
    }
  }

  @Test
  void without_any_draw_above_0_picks_the_lowest_possible() {
    assertThat(GumbelChoice.largest(new double[] {0.1, 0, 0.6, 0.3}, i -> 0)).isEqualTo(0);
    assertThat(GumbelChoice.largest(new double[] {0, 1}, i -> 0)).isEqualTo(1);
  }

  @Test
  void refuses_probabilities_of_which_none_is_positive() {
    assertThatThrownBy(() -> GumbelChoice.largest(new double[2], i -> 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("probabilities must hold a positive one but hold none");
    assertThatThrownBy(() -> GumbelChoice.largest(new double[0], i -> 0.5))
        .hasMessage("probabilities must hold a positive one but hold none");
  }
}
