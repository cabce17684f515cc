package dev.stillmark.detection.random;

import static org.assertj.core.api.Assertions.assertThat;

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
}
