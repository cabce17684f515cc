package dev.stillmark.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GreenBiasTest {

  private static final long[] NONE = {};

  @Test
  void draws_from_the_distribution_with_green_odds_raised_by_the_bias() {
    double[] probabilities = {0.5, 0.2, 0, 0.3};
    GreenBias bias = new GreenBias((p, ids, length) -> green(1, 2), Math.log(3));
    Random random = new Random(20_261_125);
    int runs = 60_000;
    double[] share = new double[4];

    for (int i = 0; i < runs; i++) {
      share[bias.choose(probabilities, NONE, 0, random)] += 1.0 / runs;
    }

    double total = 0.5 + 3 * 0.2 + 0.3;
    assertThat(share[0]).isCloseTo(0.5 / total, within(0.01));
    assertThat(share[1]).isCloseTo(0.6 / total, within(0.01));
    assertThat(share[2]).isZero();
    assertThat(share[3]).isCloseTo(0.3 / total, within(0.01));
  }

  @Test
  void a_rest_of_rounding_falls_on_the_last_possible_id() {
    GreenBias bias = new GreenBias((p, ids, length) -> green(), 2);
    double[] probabilities = {0.1, 0.2, 0.7, 0};

    int chosen = bias.choose(probabilities, NONE, 0, new Nearly1());

    assertThat(chosen).isEqualTo(2);
  }

  @Test
  void refuses_what_cannot_be_sampled() {
    GreenBias bias = new GreenBias((p, ids, length) -> green(), 2);

    assertThatThrownBy(() -> bias.choose(new double[3], NONE, 0, new Random(1)))
        .hasMessage("probabilities must not all be 0");
    assertThatThrownBy(() -> new GreenBias((p, ids, length) -> green(), Double.NaN))
        .hasMessage("bias must be finite but is NaN");
  }

  private static BitSet green(int... ids) {
    BitSet green = new BitSet();
    for (int id : ids) {
      green.set(id);
    }
    return green;
  }

  private static final class Nearly1 extends Random {

    private static final long serialVersionUID = 1;

    @Override
    public double nextDouble() {
      return Math.nextDown(1.0);
    }
  }
}
