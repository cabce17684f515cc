package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvalueBenjaminiHochbergTest {

  /** e = 40, 30, 1, 100 of m = 4: 100/4 < 2*40/4 < 3*30/4 = 22.5, and 4*1/4 = 1. */
  @Test
  void adjusts_as_done_by_hand() {
    double[] log10E = log10(40, 30, 1, 100);

    double[] adjusted = EvalueBenjaminiHochberg.adjust(log10E);

    assertThat(adjusted).containsExactly(log10(22.5, 22.5, 1, 25), within(1e-14));
  }

  /** Reject the k largest for the largest k with k e(k) / m ≥ 1/α. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void rejects_what_the_procedure_rejects_at_every_level(long seed) {
    Random random = new Random(seed);
    double[] log10E = random.doubles(12).map(u -> 4 * u - 1).toArray();
    log10E[4] = log10E[7];
    double[] adjusted = EvalueBenjaminiHochberg.adjust(log10E);

    for (double alpha = 0.001; alpha < 1; alpha *= 1.07) {
      double needed = -Math.log10(alpha);
      boolean[] ours = new boolean[12];
      for (int i = 0; i < 12; i++) {
        ours[i] = adjusted[i] >= needed;
      }

      assertThat(ours).as("seed %d alpha %s", seed, alpha).isEqualTo(procedure(log10E, needed));
    }
  }

  private static boolean[] procedure(double[] log10E, double needed) {
    double[] sorted = log10E.clone();
    Arrays.sort(sorted);
    int m = sorted.length;
    double cut = Double.POSITIVE_INFINITY;
    for (int k = 1; k <= m; k++) {
      if (Math.log10((double) k / m) + sorted[m - k] >= needed) {
        cut = sorted[m - k];
      }
    }
    boolean[] rejected = new boolean[m];
    for (int i = 0; i < m; i++) {
      rejected[i] = log10E[i] >= cut;
    }
    return rejected;
  }

  @Test
  void takes_evalues_of_zero_and_refuses_what_is_no_number() {
    assertThat(EvalueBenjaminiHochberg.adjust(new double[] {Double.NEGATIVE_INFINITY, 2}))
        .containsExactly(Double.NEGATIVE_INFINITY, 2 + Math.log10(0.5));
    assertThatThrownBy(() -> EvalueBenjaminiHochberg.adjust(new double[] {Double.NaN}))
        .hasMessage("log10 e must be a number but is NaN");
  }

  private static double[] log10(double... values) {
    return Arrays.stream(values).map(Math::log10).toArray();
  }
}
