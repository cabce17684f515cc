package dev.stillmark.detection.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CategoricalDrawTest {

  @Test
  void draws_each_index_with_its_weight() {
    double[] weights = {0, 2, 0, 1, 5, 0};
    int[] drawn = new int[weights.length];
    Random random = new Random(4711);

    for (int i = 0; i < 80_000; i++) {
      drawn[CategoricalDraw.from(weights, random)]++;
    }

    for (int i = 0; i < weights.length; i++) {
      assertThat(drawn[i] / 80_000.0)
          .as("seed 4711, %d", i)
          .isCloseTo(weights[i] / 8, within(0.01));
    }
  }

  @Test
  void refuses_weights_of_which_none_is_positive() {
    assertThatThrownBy(() -> CategoricalDraw.from(new double[3], new Random(1)))
        .hasMessageStartingWith("weights must hold a positive one");
  }

  @Test
  void never_draws_what_has_no_weight() {
    double[] weights = {0.1, 0, 0.6, 0.3};

    assertThat(CategoricalDraw.from(weights, drawing(0))).isEqualTo(0);
    assertThat(CategoricalDraw.from(weights, drawing(0.1))).isEqualTo(2);
    assertThat(CategoricalDraw.from(weights, drawing(0.71))).isEqualTo(3);
    assertThat(CategoricalDraw.from(new double[] {0.5, 0.4999, 0}, drawing(0.99999))).isEqualTo(1);
  }

  @Test
  void refuses_no_weights() {
    assertThatThrownBy(() -> CategoricalDraw.from(new double[0], new Random(1)))
        .hasMessageStartingWith("weights must hold a positive one");
  }

  private static RandomGenerator drawing(double uniform) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new UnsupportedOperationException("a uniform draw only");
      }

      @Override
      public double nextDouble() {
        return uniform;
      }
    };
  }
}
