package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calibrators, combined e-values and the price of a key scan. */
class CombinationTest {

  @Test
  void an_evalue_becomes_a_p_value_of_at_most_one() {
    assertThat(Calibrator.log10PFromE(6)).isEqualTo(-6);
    assertThat(Calibrator.log10PFromE(0)).isZero();
    assertThat(Calibrator.log10PFromE(-3)).isZero();
    assertThat(Calibrator.log10PFromE(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Calibrator.log10PFromE(1e6)).isEqualTo(-1e6);
  }

  /** κ = 1/2: e = 1 / (2 √p). */
  @Test
  void a_p_value_becomes_an_evalue() {
    assertThat(Calibrator.log10EFromP(-6, 0.5)).isCloseTo(3 - Math.log10(2), within(1e-14));
    assertThat(Calibrator.log10EFromP(0, 0.25)).isCloseTo(Math.log10(0.25), within(1e-15));
  }

  /** With p = v^(1/κ) the mean over p becomes that of the constant 1 over v: no singularity. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void the_calibrator_has_mean_one_over_uniform_p(double kappa) {
    int steps = 10_000;
    double mean = 0;
    for (int i = 0; i < steps; i++) {
      double v = (i + 0.5) / steps;
      double p = Math.pow(v, 1 / kappa);
      double slope = p / (v * kappa);
      mean += Math.pow(10, Calibrator.log10EFromP(Math.log10(p), kappa)) * slope / steps;
    }

    assertThat(mean).isCloseTo(1, within(1e-10));
  }

  @Test
  void calibrators_refuse_what_is_no_p_or_kappa() {
    assertThatThrownBy(() -> Calibrator.log10EFromP(0.1, 0.5))
        .hasMessage("log10 p must be at most 0 but is 0.1");
    assertThatThrownBy(() -> Calibrator.log10EFromP(-1, 1))
        .hasMessage("kappa must be within (0, 1) but is 1.0");
  }

  @Test
  void a_product_adds_and_an_average_does_not() {
    assertThat(CombinedEvalue.productOfIndependent(2, 3, -1)).isEqualTo(4);
    assertThat(CombinedEvalue.productOfIndependent()).isZero();
    assertThat(CombinedEvalue.averageOfDependent(2, 2)).isCloseTo(2, within(1e-14));
    assertThat(CombinedEvalue.averageOfDependent(1, 3)).isCloseTo(Math.log10(505), within(1e-14));
  }

  @Test
  void combinations_keep_their_digits_far_out_and_at_zero() {
    double none = Double.NEGATIVE_INFINITY;

    assertThat(CombinedEvalue.averageOfDependent(1e6, -1e6))
        .isCloseTo(1e6 - Math.log10(2), within(1e-9));
    assertThat(CombinedEvalue.averageOfDependent(none, 3))
        .isCloseTo(3 - Math.log10(2), within(1e-14));
    assertThat(CombinedEvalue.averageOfDependent(none, none)).isEqualTo(none);
    assertThat(CombinedEvalue.productOfIndependent(none, 3)).isEqualTo(none);
  }

  @Test
  void combinations_refuse_what_has_no_meaning() {
    assertThatThrownBy(() -> CombinedEvalue.productOfIndependent(1, Double.POSITIVE_INFINITY))
        .hasMessage("log10 e must be below infinity but is Infinity");
    assertThatThrownBy(() -> CombinedEvalue.averageOfDependent(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(CombinedEvalue::averageOfDependent)
        .hasMessage("e-values to average must be at least 1 but are 0");
  }

  /** p = 0.01 over 5 keys: 0.05, and 1 - 0.99^5 = 0.0490099501. */
  @Test
  void a_scan_pays_for_its_keys() {
    assertThat(KeyScan.bonferroni(-2, 5)).isCloseTo(Math.log10(0.05), within(1e-14));
    assertThat(KeyScan.sidak(-2, 5)).isCloseTo(Math.log10(0.0490099501), within(1e-13));
    assertThat(KeyScan.bonferroni(-1, 11)).isZero();
    assertThat(KeyScan.sidak(0, 11)).isZero();
    assertThat(KeyScan.sidak(-3, 1)).isCloseTo(-3, within(1e-13));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, -1, -5, -50, -199, -201, -1e6})
  void sidak_is_at_most_bonferroni_and_seamless(double log10P) {
    double sidak = KeyScan.sidak(log10P, 1000);

    assertThat(sidak).isLessThanOrEqualTo(KeyScan.bonferroni(log10P, 1000) + 1e-12);
    assertThat(sidak).isGreaterThanOrEqualTo(log10P);
  }

  @Test
  void a_scan_refuses_no_keys() {
    assertThatThrownBy(() -> KeyScan.sidak(-1, 0)).hasMessage("keys must be at least 1 but is 0");
    assertThatThrownBy(() -> KeyScan.bonferroni(0.5, 1))
        .hasMessage("log10 p must be at most 0 but is 0.5");
  }
}
