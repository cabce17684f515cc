package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayeredTailTest {

  private static final long[] LOPSIDED = {0, 0, 3, 0, 1, 5, 2, 0};

  @ParameterizedTest
  @MethodSource("layers")
  void equals_a_count_of_all_outcomes(int layers) {
    LayeredTail tail = new LayeredTail(LOPSIDED, layers);
    double all = Math.pow(11, layers);

    for (int s = 0; s <= 6 * layers; s++) {
      double expected = Math.log10(outcomesFrom(s, layers) / all);
      assertThat(tail.log10(s)).as("s %d", s).isCloseTo(expected, within(1e-13));
    }
    assertThat(tail.log10(6L * layers + 1)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  static Stream<Integer> layers() {
    return Stream.of(1, 2, 3, 5);
  }

  private static double outcomesFrom(int s, int layers) {
    if (layers == 0) {
      return s <= 0 ? 1 : 0;
    }
    double count = 0;
    for (int value = 0; value < LOPSIDED.length; value++) {
      if (LOPSIDED[value] > 0) {
        count += LOPSIDED[value] * outcomesFrom(s - value, layers - 1);
      }
    }
    return count;
  }

  /** Layers of one bit each are a binomial law, of which the exact tail is known. */
  @ParameterizedTest
  @MethodSource("binomialTails")
  void keeps_its_digits_far_beyond_the_range_of_doubles(int ones, int levels, int layers, int s) {
    double expected = BinomialTail.log10(layers, s, ones, levels);

    double actual = new LayeredTail(new long[] {levels - ones, ones}, layers).log10(s);

    assertThat(actual).isCloseTo(expected, within(1e-10 * Math.abs(expected)));
  }

  static Stream<Arguments> binomialTails() {
    return Stream.of(
        Arguments.of(1, 1_000_000_000, 1500, 1500),
        Arguments.of(1, 1_000_000_000, 1500, 1400),
        Arguments.of(1, 1_000_000_000, 1500, 1),
        Arguments.of(1, 2, 4000, 3900),
        Arguments.of(1, 2, 4000, 2100),
        Arguments.of(1, 2, 4000, 2001),
        Arguments.of(1, 2, 4000, 2000),
        Arguments.of(1, 2, 4000, 1800),
        Arguments.of(1, 2, 4000, 1),
        Arguments.of(999, 1000, 500, 498),
        Arguments.of(999, 1000, 500, 500));
  }

  /** A layer of n bits is as good as n layers of one bit. */
  @Test
  void does_not_care_how_bits_are_put_into_layers() {
    long[] thirtyBits = new long[31];
    thirtyBits[0] = 1;
    for (int k = 0; k < 30; k++) {
      thirtyBits[k + 1] = thirtyBits[k] * (30 - k) / (k + 1);
    }
    LayeredTail tail = new LayeredTail(thirtyBits, 40);

    for (int s : new int[] {100, 590, 600, 601, 700, 1000, 1199, 1200}) {
      double expected = BinomialTail.log10(1200, s, 1, 2);
      assertThat(tail.log10(s))
          .as("s %d", s)
          .isCloseTo(expected, within(1e-10 * Math.abs(expected) + 1e-15));
    }
    assertThat(tail.mean()).isCloseTo(600, within(1e-9));
    assertThat(tail.variance()).isCloseTo(300, within(1e-9));
  }

  @Test
  void a_layer_that_cannot_vary_is_certain() {
    LayeredTail tail = new LayeredTail(new long[] {0, 0, 7}, 4);

    assertThat(tail.log10(8)).isZero();
    assertThat(tail.log10(9)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void refuses_laws_without_any_value() {
    assertThatThrownBy(() -> new LayeredTail(new long[] {0, 0}, 3))
        .hasMessage("layers and values must be at least 1 but are 3 and 0");
    assertThatThrownBy(() -> new LayeredTail(new long[] {1, 1}, 0))
        .hasMessage("layers and values must be at least 1 but are 0 and 2");
    assertThatThrownBy(() -> new LayeredTail(new long[] {1, -1, 1}, 1))
        .hasMessage("weights must not be negative");
  }
}
