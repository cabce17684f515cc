package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoinEvalueTest {

  @ParameterizedTest
  @CsvSource({"1, 0.5", "7, 0.5", "12, 0.25", "30, 0.0001220852", "200, 0.9"})
  void has_mean_one_over_all_counts(int bits, double p) {
    double mean = 0;
    double ways = 1;
    for (int ones = 0; ones <= bits; ones++) {
      double probability = ways * Math.pow(p, ones) * Math.pow(1 - p, bits - ones);
      mean += probability * Math.pow(10, CoinEvalue.log10(bits, ones, p));
      ways *= (double) (bits - ones) / (ones + 1);
    }

    assertThat(mean).isCloseTo(1, within(1e-11));
  }

  @Test
  void is_one_before_anything_was_seen() {
    assertThat(CoinEvalue.log10(0, 0, 0.3)).isZero();
  }

  @Test
  void refuses_more_ones_than_bits() {
    assertThatThrownBy(() -> CoinEvalue.log10(5, 6, 0.5))
        .hasMessage("ones must be within 0..5 but is 6");
  }
}
