package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticCalibrationTest {

  /**
   * Scores of 1 under Hp and of -1 under Hd: by symmetry no intercept, and a slope where 2 / (1 +
   * e^b) = b, which is 0.6748...
   */
  @Test
  void fits_two_points_as_done_by_hand() {
    LogisticCalibration line =
        LogisticCalibration.fit(
            new double[] {1, -1}, new boolean[] {true, false}, new double[] {1, 1});

    assertThat(line.intercept()).isCloseTo(0, within(1e-6));
    assertThat(2 / (1 + Math.exp(line.slope()))).isCloseTo(line.slope(), within(1e-6));
    assertThat(line.log10LikelihoodRatio(2))
        .isCloseTo(2 * line.slope() / Math.log(10), within(1e-6));
  }

  /** Scores that tell nothing give a ratio of 1, however many there are of one kind. */
  @Test
  void takes_the_numbers_of_each_kind_out_of_the_ratio() {
    LogisticCalibration line =
        LogisticCalibration.fit(
            new double[] {-1, 1, -1, 1}, new boolean[] {true, true, false, false}, weights(3, 9));

    assertThat(line.log10LikelihoodRatio(-5)).isCloseTo(0, within(1e-6));
    assertThat(line.log10LikelihoodRatio(5)).isCloseTo(0, within(1e-6));
  }

  private static double[] weights(double hp, double hd) {
    return new double[] {hp, hp, hd, hd};
  }

  /** Under N(1, 1) against N(0, 1) the log ratio is z - 1/2. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void finds_the_ratio_of_two_normal_laws(long seed) {
    Random random = new Random(seed);
    int n = 20_000;
    double[] scores = new double[n];
    boolean[] underHp = new boolean[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      underHp[i] = i % 4 == 0;
      scores[i] = random.nextGaussian() + (underHp[i] ? 1 : 0);
      weights[i] = 1;
    }

    LogisticCalibration line = LogisticCalibration.fit(scores, underHp, weights);

    assertThat(line.slope()).as("seed %d", seed).isCloseTo(1, within(0.06));
    assertThat(line.intercept()).as("seed %d", seed).isCloseTo(-0.5, within(0.06));
  }

  @Test
  void stays_finite_where_the_kinds_do_not_overlap() {
    double[] scores = {-1e3, -1e2, 1e2, 1e3};
    boolean[] underHp = {false, false, true, true};

    LogisticCalibration line = LogisticCalibration.fit(scores, underHp, weights(1, 1));

    assertThat(line.slope()).isPositive().isLessThan(1);
    assertThat(line.log10LikelihoodRatio(1e2)).isPositive().isFinite();
  }

  @Test
  void says_nothing_where_higher_scores_speak_against() {
    LogisticCalibration line =
        LogisticCalibration.fit(
            new double[] {-1, -2, 1, 2}, new boolean[] {true, true, false, false}, weights(1, 1));

    assertThat(Arrays.asList(line.log10LikelihoodRatio(-2), line.log10LikelihoodRatio(2)))
        .containsOnly(0.0);
  }

  @Test
  void needs_scores_of_both_kinds() {
    assertThatThrownBy(
            () -> LogisticCalibration.fit(new double[] {1}, new boolean[] {true}, new double[] {2}))
        .hasMessage(
            "a calibration needs scores under both hypotheses but their weights are 2.0 and 0.0");
  }
}
