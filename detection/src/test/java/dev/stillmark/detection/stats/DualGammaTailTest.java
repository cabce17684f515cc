package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.GoldenFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DualGammaTailTest {

  @Test
  void is_within_1e_minus_10_of_60_digit_arithmetic() {
    List<JsonNode> rows = GoldenFile.own("dual_exact.jsonl.gz");

    assertThat(rows).hasSize(216);
    for (JsonNode row : rows) {
      double expected = Double.parseDouble(row.get("log10p").asText());
      double ours =
          DualGammaTail.log10(
              row.get("n").asLong(), row.get("alpha").asDouble(), row.get("score").asDouble());

      assertThat(ours).as("%s", row).isCloseTo(expected, within(1e-10 * Math.abs(expected)));
    }
  }

  /** Far tails, many tokens, weights next to 0 and 1/2: by contour integration in 60 digits. */
  @ParameterizedTest
  @CsvSource({
    "1000000, 0.1, 1000000.0, -0.30114356523496092",
    "1000000, 0.1, 1004000.0, -5.2890606518157095",
    "1000000, 0.1, 1500000.0, -49042.945609410451",
    "100000, 0.1, 500000.0, -119237.80596685437",
    "1000, 0.1, 300000.0, -141761.0849499268",
    "10, 0.1, 300.0, -127.10992409795275",
    "3, 0.4999, 9.0, -3.4894635862695581",
    "1000, 0.4999999, 1100.0, -5.1444853818399477",
    "1000000, 0.01, 1003000.0, -2.9089570601485016",
    "10000, 0.001, 10200.0, -1.6349090659783609",
    "100, 0.001, 130.0, -2.5639757473168229",
    "1000000, 0.001, 1004000.0, -4.4975066796711288",
    "1000000, 0.0009, 1004000.0, -4.4967740696764103",
    "5, 0.0005, 0.004, -1.9520434616954229e-16",
    "5, 0.0005, 4.0, -0.20139446592138904",
    "5, 0.0005, 20.0, -4.7736076158156619",
    "100, 1e-06, 150.0, -5.2273529770446703",
    "10000, 1e-05, 12000.0, -78.479372749462947",
    "100000, 1e-05, 101000.0, -3.0924088722205547",
    "1, 1e-12, 3.0, -1.3028834457106241",
    "50, 0.0001, 1000.0, -350.09603314362894",
    "1000000, 0.1, 2000000.0, -157271.19778670296"
  })
  void is_within_1e_minus_10_where_terms_are_many_or_tiny(
      long n, double alpha, double s, double expected) {
    double ours = DualGammaTail.log10(n, alpha, s);

    assertThat(ours).isCloseTo(expected, within(1e-10 * Math.abs(expected)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0x1p-11, 0.003, 0.1, 0.25, 0.49})
  void the_two_keys_are_interchangeable(double alpha) {
    double one = DualGammaTail.log10(300, alpha, 340);

    double other = DualGammaTail.log10(300, 1 - alpha, 340);

    assertThat(other).isCloseTo(one, within(1e-6 * Math.abs(one)));
  }

  @Test
  void is_a_gamma_tail_for_one_key_and_for_equal_keys() {
    assertThat(DualGammaTail.log10(70, 0, 90)).isEqualTo(GammaTail.log10(70, 90));
    assertThat(DualGammaTail.log10(70, 1, 90)).isEqualTo(GammaTail.log10(70, 90));
    assertThat(DualGammaTail.log10(70, 0.5, 90)).isEqualTo(GammaTail.log10(140, 180));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-7, 0x1p-10, 0.1, 0.3})
  void falls_without_a_step_where_one_method_takes_over_from_another(double alpha) {
    long n = 40;
    double previous = 0;
    for (double s = n * alpha; s < 3 * n; s += 0.37) {
      double next = DualGammaTail.log10(n, alpha, s);

      assertThat(next).as("alpha %s s %s", alpha, s).isBetween(previous - 0.6, previous + 1e-14);
      previous = next;
    }
  }

  @Test
  void a_sum_is_never_below_zero() {
    assertThat(DualGammaTail.log10(5, 0.1, 0)).isZero();
    assertThat(DualGammaTail.log10(5, 0.1, -1)).isZero();
    assertThat(DualGammaTail.log10(5, 0.1, 1e-300)).isZero();
  }

  @Test
  void a_weight_next_to_nothing_is_nothing() {
    double one = GammaTail.log10(70, 90);

    assertThat(DualGammaTail.log10(70, Double.MIN_VALUE, 90)).isEqualTo(one);
    assertThat(DualGammaTail.log10(70, 0x1p-99, 90)).isCloseTo(one, within(1e-13));
  }

  @Test
  void refuses_what_is_no_tail() {
    for (Runnable call :
        List.<Runnable>of(
            () -> DualGammaTail.log10(0, 0.1, 1),
            () -> DualGammaTail.log10(1, -0.1, 1),
            () -> DualGammaTail.log10(1, 1.1, 1),
            () -> DualGammaTail.log10(1, Double.NaN, 1),
            () -> DualGammaTail.log10(1, 0.1, Double.POSITIVE_INFINITY),
            () -> DualGammaTail.log10(1, 0.1, Double.NaN))) {
      assertThatThrownBy(call::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("n must be at least 1, alpha within [0, 1]");
    }
  }
}
