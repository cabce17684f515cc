package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniformEvalueTest {

  @ParameterizedTest
  @ValueSource(longs = {2, 3, 31, 32, 33, 100, 8191, 65_536})
  void one_draw_has_mean_one_over_all_levels(long levels) {
    UniformEvalue evalue = new UniformEvalue(levels);
    double mean = 0;
    for (long m = 0; m < levels; m++) {
      mean += Math.pow(10, evalue.log10(1, evalue.logMiddle(m))) / levels;
    }

    assertThat(mean).isCloseTo(1, within(1e-11));
  }

  /** Level by level near 0, where the e-value bends; by blocks of levels further up. */
  @ParameterizedTest
  @ValueSource(longs = {1L << 24, 1L << 32})
  void one_draw_has_mean_one_over_very_many_levels(long levels) {
    UniformEvalue evalue = new UniformEvalue(levels);
    double sum = 0;
    long from = 0;
    for (long block = 1; from < levels; block = Math.max(1, (from >>> 12) | 1)) {
      long width = Math.min(block, levels - from);
      double logU = Math.log((from + width / 2.0) / levels);
      sum += width * Math.pow(10, evalue.log10(1, logU));
      from += width;
    }

    assertThat(sum / levels).isCloseTo(1, within(1e-8));
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 17, 60})
  void two_draws_have_mean_one(long levels) {
    UniformEvalue evalue = new UniformEvalue(levels);
    double mean = 0;
    for (long first = 0; first < levels; first++) {
      for (long second = 0; second < levels; second++) {
        double logs = evalue.logMiddle(first) + evalue.logMiddle(second);
        mean += Math.pow(10, evalue.log10(2, logs)) / (levels * levels);
      }
    }

    assertThat(mean).isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 1})
  void a_pair_has_mean_one(double alpha) {
    int levels = 60;
    UniformEvalue evalue = new UniformEvalue(levels);
    double mean = 0;
    for (long first = 0; first < levels; first++) {
      for (long second = 0; second < levels; second++) {
        OrderFreeSum[] logs = evalue.noPairs();
        evalue.addPair(logs, alpha, first, second);
        mean += Math.pow(10, evalue.log10(logs)) / (levels * levels);
      }
    }

    assertThat(mean).isCloseTo(1, within(1e-12));
  }

  @Test
  void a_pair_of_which_only_one_can_be_marked_is_that_one() {
    UniformEvalue evalue = new UniformEvalue(8191);
    OrderFreeSum[] first = evalue.noPairs();
    OrderFreeSum[] second = evalue.noPairs();
    evalue.addPair(first, 0, 8000, 3);
    evalue.addPair(second, 1, 3, 8000);

    assertThat(evalue.log10(first))
        .isCloseTo(evalue.log10(1, evalue.logMiddle(8000)), within(1e-14))
        .isEqualTo(evalue.log10(second));
  }

  @Test
  void is_one_before_anything_was_seen() {
    UniformEvalue evalue = new UniformEvalue(1L << 24);

    assertThat(evalue.log10(0, 0)).isZero();
    assertThat(evalue.log10(evalue.noPairs())).isZero();
  }

  /** Ville: looked at after every one of 150 draws, at most 0.1 of the paths ever reach 10. */
  @ParameterizedTest
  @ValueSource(longs = {2, 8191})
  void looking_after_every_draw_keeps_the_bound(long levels) {
    UniformEvalue evalue = new UniformEvalue(levels);
    Random random = new Random(levels);
    int runs = 2000;
    int crossed = 0;
    for (int run = 0; run < runs; run++) {
      double sum = 0;
      boolean alarm = false;
      for (int n = 1; n <= 150 && !alarm; n++) {
        sum += evalue.logMiddle(random.nextLong(levels));
        alarm = evalue.log10(n, sum) >= 1;
      }
      crossed += alarm ? 1 : 0;
    }

    assertThat(crossed / (double) runs)
        .as("seed %d", levels)
        .isLessThanOrEqualTo(0.1 + 3 * Math.sqrt(0.1 * 0.9 / runs))
        .isGreaterThan(0.01);
  }

  @Test
  void keeps_its_digits_at_a_million_decades() {
    UniformEvalue evalue = new UniformEvalue(1L << 24);

    assertThat(evalue.log10(4_000_000, -1)).isBetween(2.7e6, 2.8e6);
    assertThat(evalue.log10(1_000_000, -1e10)).isBetween(-5e6, -1e6);
  }

  @Test
  void refuses_a_single_level() {
    assertThatThrownBy(() -> new UniformEvalue(1)).hasMessage("levels must be at least 2 but is 1");
  }
}
