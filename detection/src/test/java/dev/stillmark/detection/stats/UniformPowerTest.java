package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UniformPowerTest {

  @ParameterizedTest
  @CsvSource({"60, 1.5, 4", "600, 1.15, 4", "1500, 1.1, 2", "10, 2.2, 3"})
  void agrees_with_simulated_collections(int draws, double meanScore, double threshold) {
    UniformEvalue evalue = new UniformEvalue(1L << 32);
    double kappa = HarmonicNumber.inverse(meanScore);
    Random random = new Random(draws);
    int runs = 4000;
    int reached = 0;
    for (int run = 0; run < runs; run++) {
      double sum = 0;
      for (int i = 0; i < draws; i++) {
        sum += Math.log(1 - random.nextDouble()) / kappa;
      }
      reached += evalue.log10(draws, sum) >= threshold ? 1 : 0;
    }

    assertThat(UniformPower.of(draws, meanScore, threshold))
        .as("seed %d", draws)
        .isCloseTo(reached / (double) runs, within(3 * 0.5 / Math.sqrt(runs)))
        .isBetween(0.05, 0.99);
  }

  @Test
  void is_zero_where_not_even_perfect_draws_would_do() {
    assertThat(UniformPower.of(0, 2, 6)).isZero();
    assertThat(UniformPower.of(3, 2, 6)).isZero();
  }

  @Test
  void is_at_most_the_error_rate_without_a_mark() {
    assertThat(UniformPower.of(1000, 1, 2)).isBetween(0.0, 0.01);
  }

  @Test
  void refuses_marks_that_lower_draws() {
    assertThatThrownBy(() -> UniformPower.of(10, 0.9, 6))
        .hasMessage("meanScore must be at least 1 but is 0.9");
    assertThatThrownBy(() -> UniformPower.of(10, 2, 0))
        .hasMessage("log10Threshold must be above 0 but is 0.0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.5, 1, 1.5, 3, 20, 300})
  void the_strength_of_a_mean_score_has_that_mean_score(double mean) {
    double kappa = HarmonicNumber.inverse(mean);

    assertThat(HarmonicNumber.of(kappa)).isCloseTo(mean, within(1e-13 * Math.max(1, mean)));
  }

  @Test
  void harmonic_numbers_of_integers_are_sums() {
    assertThat(HarmonicNumber.of(0)).isCloseTo(0, within(1e-14));
    assertThat(HarmonicNumber.of(1)).isCloseTo(1, within(1e-14));
    assertThat(HarmonicNumber.of(4)).isCloseTo(25.0 / 12, within(1e-14));
    assertThatThrownBy(() -> HarmonicNumber.of(-0.1))
        .hasMessage("kappa must not be negative but is -0.1");
    assertThatThrownBy(() -> HarmonicNumber.inverse(0))
        .hasMessage("the mean exponential score must be within (0, 700) but is 0.0");
  }
}
