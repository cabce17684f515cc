package dev.stillmark.detection.attribution.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NullFitTest {

  /**
   * Two families, of four models and of one: weights 1/2 each and 1, scaled by 5/3. Mean (1/2 (0 +
   * 0 + 2 + 2) + 5) / 3 = 7/3, mean square (1/2 (4 + 4) + 25) / 3 = 29/3, variance 38/9.
   */
  @Test
  void weighs_a_family_by_the_root_of_its_size() {
    NullSample sample = new NullSample(5);
    for (double score : new double[] {0, 0, 2, 2}) {
      sample.add(score, 0, 0);
    }
    sample.add(5, 0, 1);

    NullFit fit = NullFit.of(sample);

    assertThat(fit.intercept()).isCloseTo(7.0 / 3, within(1e-14));
    assertThat(fit.sigma()).isCloseTo(Math.sqrt(38) / 3, within(1e-14));
    assertThat(fit.z(9, 0)).isCloseTo((9 - 7.0 / 3) * 3 / Math.sqrt(38), within(1e-13));
  }

  /**
   * Lengths -1, 1, -1, 1 have mean 0 and spread 1; scores 1, 3, 1, 3 have slope Σxy / (Σx² + 1) = 4
   * / 5 about 2, which leaves residuals of 0.2.
   */
  @Test
  void shrinks_the_slope_over_length_by_a_ridge_of_one() {
    NullFit fit = NullFit.of(line());

    assertThat(fit.intercept()).isCloseTo(2, within(1e-8));
    assertThat(fit.slope()).isCloseTo(0.8, within(1e-8));
    assertThat(fit.sigma()).isCloseTo(0.2, within(1e-8));
    assertThat(fit.z(3, 0.5)).isCloseTo(3, within(1e-7));
  }

  @Test
  void follows_the_line_no_further_than_two_and_a_half_spreads() {
    NullFit fit = NullFit.of(line());

    assertThat(fit.z(4, 2.5)).isCloseTo(0, within(1e-7));
    assertThat(fit.z(4, 100)).isCloseTo(0, within(1e-7));
    assertThat(fit.z(0, -100)).isCloseTo(0, within(1e-7));
  }

  @Test
  void has_no_z_without_spread() {
    NullSample equal = new NullSample(6);
    for (int family = 0; family < 6; family++) {
      equal.add(0.1 + 0.2, 0.1 * family, family);
    }

    assertThat(NullFit.of(equal).z(5, 0)).isNaN();
    assertThat(NullFit.NONE.z(5, 0)).isNaN();
    assertThat(NullFit.of(new NullSample(1)).z(5, 0)).isNaN();
  }

  @Test
  void leaves_out_what_is_missing() {
    NullSample sample = new NullSample(3);

    sample.add(Double.NaN, 0, 0);
    sample.add(0, Double.NaN, 1);
    sample.add(1, 0, 2);

    assertThat(sample.size()).isEqualTo(1);
    assertThat(NullFit.of(line()).z(Double.NaN, 0)).isNaN();
    assertThat(NullFit.of(line()).z(0, Double.NaN)).isNaN();
  }

  private static NullSample line() {
    NullSample sample = new NullSample(4);
    for (int family = 0; family < 4; family++) {
      int x = family % 2 == 0 ? -1 : 1;
      sample.add(2 + x, x, family);
    }
    return sample;
  }
}
