package dev.stillmark.detection.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GumbelRaceTest {

  private static final double[] PROBABILITIES = {0.1, 0, 0.6, 0.3};

  @Test
  void the_winner_is_a_sample_of_the_probabilities() {
    Random random = new Random(17);
    double[] share = new double[4];

    for (int i = 0; i < 100_000; i++) {
      share[GumbelRace.winner(PROBABILITIES, token -> random.nextDouble())] += 1e-5;
    }

    // Five standard errors at most.
    for (int token = 0; token < 4; token++) {
      assertThat(share[token]).as("seed 17").isCloseTo(PROBABILITIES[token], within(0.008));
    }
  }

  @Test
  void without_any_draw_above_0_the_lowest_possible_token_wins() {
    assertThat(GumbelRace.winner(PROBABILITIES, token -> 0)).isEqualTo(0);
    assertThat(GumbelRace.winner(new double[] {0, 1}, token -> 0)).isEqualTo(1);
  }

  @Test
  void an_ordinary_sample_never_takes_the_impossible() {
    assertThat(GumbelRace.sample(PROBABILITIES, 0)).isEqualTo(0);
    assertThat(GumbelRace.sample(PROBABILITIES, 0.1)).isEqualTo(2);
    assertThat(GumbelRace.sample(PROBABILITIES, 0.71)).isEqualTo(3);
    assertThat(GumbelRace.sample(new double[] {0.5, 0.4999, 0}, 0.99999)).isEqualTo(1);
  }

  @Test
  void something_must_be_possible() {
    assertThatThrownBy(() -> GumbelRace.winner(new double[] {0, 0}, token -> 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("probabilities must hold a positive one but hold none");
    assertThatThrownBy(() -> GumbelRace.sample(new double[0], 0.5))
        .hasMessage("probabilities must hold a positive one but hold none");
  }
}
