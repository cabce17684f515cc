package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFreeSumTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void any_order_gives_the_same_bits_and_the_exact_sum(long seed) {
    Random random = new Random(seed);
    List<Double> values = new ArrayList<>();
    BigDecimal exact = BigDecimal.ZERO;
    for (int i = 0; i < 5000; i++) {
      double value = (random.nextDouble() - (seed % 2) * 0.9) * 127;
      values.add(value);
      exact = exact.add(new BigDecimal(value));
    }
    double inOrder = sum(values);

    Collections.shuffle(values, random);

    assertThat(sum(values)).as("seed %d", seed).isEqualTo(inOrder);
    assertThat(inOrder).as("seed %d", seed).isCloseTo(exact.doubleValue(), within(1e-12));
  }

  @Test
  void carries_past_64_bits_in_both_directions() {
    OrderFreeSum sum = new OrderFreeSum();
    for (int i = 0; i < 1000; i++) {
      sum.add(127.5);
    }

    assertThat(sum.value()).isEqualTo(127_500);

    for (int i = 0; i < 2000; i++) {
      sum.add(-127.5);
    }
    assertThat(sum.value()).isEqualTo(-127_500);
  }

  @ParameterizedTest
  @ValueSource(doubles = {128, -128, Double.NaN, Double.POSITIVE_INFINITY})
  void refuses_what_it_cannot_hold(double value) {
    assertThatThrownBy(() -> new OrderFreeSum().add(value))
        .hasMessage("a value must be within (-128, 128) but is " + value);
  }

  private static double sum(List<Double> values) {
    OrderFreeSum sum = new OrderFreeSum();
    values.forEach(sum::add);
    return sum.value();
  }
}
