package dev.stillmark.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PolicyTest {

  @Test
  void an_accusation_among_k_tests_needs_k_over_alpha() {
    assertThat(Policy.DEFAULT.log10Threshold(1)).isEqualTo(6);
    assertThat(Policy.DEFAULT.log10Threshold(4)).isCloseTo(6 + Math.log10(4), within(1e-12));
  }

  @Test
  void the_default_effect_takes_a_quarter_of_green_to_27_percent() {
    assertThat(Policy.DEFAULT.greenShareUnderHp(0.25)).isCloseTo(0.27, within(1e-12));
    assertThat(Policy.DEFAULT.greenShareUnderHp(0.5)).isCloseTo(0.5259, within(1e-4));
  }

  @Test
  void a_declared_effect_is_taken_as_it_is() {
    assertThat(new Policy(1e-6, 0.3, 0.8, 0.05).greenShareUnderHp(0.25)).isEqualTo(0.3);
  }

  @Test
  void shares_outside_zero_to_one_are_refused_by_name() {
    assertThatThrownBy(() -> new Policy(0, null, 0.8, 0.05))
        .hasMessage("alpha must be within (0, 1) but is 0.0");
    assertThatThrownBy(() -> new Policy(1e-6, 1.0, 0.8, 0.05)).hasMessageContaining("effect");
    assertThatThrownBy(() -> new Policy(1e-6, null, Double.NaN, 0.05))
        .hasMessageContaining("power");
  }
}
