package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolmTest {

  /** p = 0.01, 0.04, 0.03, 0.005: 4 * 0.005, then 3 * 0.01, then 2 * 0.03, then 0.06 again. */
  @Test
  void adjusts_as_done_by_hand() {
    double[] adjusted = Holm.adjust(log10(0.01, 0.04, 0.03, 0.005));

    assertThat(adjusted).containsExactly(log10(0.03, 0.06, 0.06, 0.02), within(1e-14));
  }

  @Test
  void neither_underflows_nor_exceeds_one() {
    assertThat(Holm.adjust(new double[] {-1e6, -0.1, -2e6}))
        .containsExactly(
            new double[] {-1e6 + Math.log10(2), -0.1, -2e6 + Math.log10(3)}, within(1e-9));
    assertThat(Holm.adjust(log10(0.9, 0.5))).containsExactly(0, 0);
    assertThat(Holm.adjust(new double[] {})).isEmpty();
  }

  /**
   * Holm is closed testing with Bonferroni: the largest Bonferroni p of any subset with i in it.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void equals_the_closed_test_over_all_subsets(long seed) {
    Random random = new Random(seed);
    double[] log10P = random.doubles(9).map(u -> -3 * u * u).toArray();
    log10P[3] = log10P[5];

    double[] adjusted = Holm.adjust(log10P);

    for (int test = 0; test < log10P.length; test++) {
      assertThat(adjusted[test])
          .as("seed %d test %d", seed, test)
          .isCloseTo(closed(log10P, test), within(1e-13));
    }
  }

  private static double closed(double[] log10P, int test) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int subset = 0; subset < 1 << log10P.length; subset++) {
      if ((subset >> test & 1) == 1) {
        double smallest = 0;
        for (int i = 0; i < log10P.length; i++) {
          smallest = (subset >> i & 1) == 1 ? Math.min(smallest, log10P[i]) : smallest;
        }
        double bonferroni = smallest + Math.log10(Integer.bitCount(subset));
        largest = Math.max(largest, Math.min(0, bonferroni));
      }
    }
    return largest;
  }

  @Test
  void refuses_what_is_no_p_value() {
    assertThatThrownBy(() -> Holm.adjust(new double[] {-1, 0.1}))
        .hasMessage("log10 p must be at most 0 but is 0.1");
    assertThatThrownBy(() -> Holm.adjust(new double[] {Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] log10(double... values) {
    return java.util.Arrays.stream(values).map(Math::log10).toArray();
  }
}
