package dev.stillmark.detection.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CanaryEvalueTest {

  /** Computed apart from this code with Python's decimal module, 50 digits. */
  static Stream<Arguments> exact() {
    return Stream.of(
        Arguments.of(10, 2, List.of(1), 0.36046718351584886996501582887207895668),
        Arguments.of(10, 2, List.of(0), -0.16962521680644951924996488169322412446),
        Arguments.of(10, 2, List.of(2, 0), 0.22535236435889290242807465617051002496),
        Arguments.of(1_000_000, 1, List.of(1, 1, 0), 10.696025287132893361968073217894974807),
        Arguments.of(2, 1, Collections.nCopies(20, 1), 4.8108917463715899780267096712489071899),
        Arguments.of(
            1_000_000_000_000_000_000L,
            4,
            Collections.nCopies(400, 4),
            7180.9188525253463062228155327795904980));
  }

  @ParameterizedTest
  @MethodSource("exact")
  void is_the_average_over_stakes_of_the_product_over_canaries(
      long replySpace, int asks, List<Integer> hits, double log10) {
    assertThat(CanaryEvalue.log10(replySpace, asks, hits))
        .isCloseTo(log10, within(1e-13 * Math.max(1, log10)));
  }

  @Test
  void no_decided_canary_is_no_evidence() {
    assertThat(CanaryEvalue.log10(10, 2, List.of())).isZero();
  }

  /**
   * Two canaries of N = 3 asked twice: over the nine draws of the replies the mean is exactly 1.
   */
  @Test
  void has_mean_one_over_all_draws_whatever_was_answered() {
    for (int answers = 0; answers < 81; answers++) {
      int[] given = {answers % 3, answers / 3 % 3, answers / 9 % 3, answers / 27};
      double mean = 0;
      for (int draw = 0; draw < 9; draw++) {
        List<Integer> hits = new ArrayList<>();
        hits.add(hits(given[0], given[1], draw % 3));
        hits.add(hits(given[2], given[3], draw / 3));
        mean += Math.pow(10, CanaryEvalue.log10(3, 2, hits)) / 9;
      }

      assertThat(mean).as("answers %d", answers).isCloseTo(1, within(1e-12));
    }
  }

  private static int hits(int first, int second, int drawn) {
    return (first == drawn ? 1 : 0) + (second == drawn ? 1 : 0);
  }

  @Test
  void values_that_break_a_rule_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanaryEvalue.log10(1, 1, List.of()))
        .withMessageContaining("are 1 and 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanaryEvalue.log10(2, 0, List.of()))
        .withMessageContaining("are 2 and 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanaryEvalue.log10(2, 1, List.of(2)))
        .withMessage("hits must be within 0..1 but is 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanaryEvalue.log10(2, 1, List.of(-1)))
        .withMessage("hits must be within 0..1 but is -1");
  }
}
