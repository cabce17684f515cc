package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealGammaTailTest {

  @ParameterizedTest
  @CsvSource({
    "0.001, 0.5, 0.00056006665647074989",
    "0.3, 0.1, 0.4540871504082035",
    "0.3, 7, 7.1664193849583889e-5",
    "1.2195121951219512, 40, 1.0511089922186462e-17",
    "1.2195121951219512, 1.0, 0.4611744762806183",
    "12.195121951219512, 12.1, 0.4727396490991629",
    "121.95121951219512, 100.0, 0.98172268904458623",
    "121.95121951219512, 300.0, 5.4769562348628412e-32",
    "1219.512195, 1220.0, 0.49062100039945484",
    "1219.512195, 2500.0, 1.3025230807524884e-178",
    "1219512.1951219514, 1220731.7073170731, 0.13474252818812411",
    "1219512.1951219514, 1217682.9268292685, 0.95124025933031086",
    "15.5, 15.5, 0.46621250621750834",
    "16.2, 700.0, 7.8295054783619873e-274",
  })
  void is_within_1e_minus_11_of_40_digit_arithmetic(double a, double x, double expected) {
    double ours = RealGammaTail.of(a, x);

    assertThat(ours).isCloseTo(expected, within(1e-11 * expected));
  }

  @Test
  void agrees_with_the_tail_of_whole_shapes() {
    for (int a = 1; a < 200; a += 7) {
      for (double x = 0.5; x < 400; x *= 1.7) {
        double whole = Math.pow(10, GammaTail.log10(a, x));

        assertThat(RealGammaTail.of(a, x))
            .as("%s %s", a, x)
            .isCloseTo(whole, within(1e-11 * whole));
      }
    }
  }

  @Test
  void everything_is_above_0() {
    assertThat(RealGammaTail.of(2.5, 0)).isOne();
    assertThat(RealGammaTail.of(2.5, -1)).isOne();
  }

  @Test
  void refuses_what_is_no_tail() {
    assertThatThrownBy(() -> RealGammaTail.of(0, 1)).hasMessageStartingWith("a must be above 0");
    assertThatThrownBy(() -> RealGammaTail.of(1, Double.NaN))
        .hasMessageContaining("x a number but they are 1.0 and NaN");
  }
}
