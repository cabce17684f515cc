package dev.stillmark.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.stats.EffectSize;
import org.junit.jupiter.api.Test;

class EffectEstimateTest {

  @Test
  void is_the_share_of_green_items() {
    EffectSize list = EffectEstimate.of(new NullLaw.GreenList(8, 2), 400, 120, 0.95);

    assertThat(list.estimate()).isEqualTo(0.3);
    assertThat(EffectEstimate.of(new NullLaw.FixedList(8, 2), 400, 120, 0.95)).isEqualTo(list);
    assertThat(EffectEstimate.of(new NullLaw.Coin(1, 4), 400, 120, 0.95)).isEqualTo(list);
  }

  @Test
  void is_the_mean_bit_over_all_layers() {
    EffectSize bits = EffectEstimate.of(new NullLaw.Bits(10, 1, 2), 40, 220, 0.95);

    assertThat(bits.estimate()).isEqualTo(0.55);
    assertThat(bits).isEqualTo(EffectEstimate.of(new NullLaw.Coin(1, 2), 400, 220, 0.95));
  }

  @Test
  void is_kappa_for_uniform_draws() {
    EffectSize kappa =
        EffectEstimate.of(new NullLaw.Uniform(DrawScale.TORCH_FLOAT), 1000, -800, 0.95);

    assertThat(kappa.estimate()).isCloseTo(1.25, within(1e-15));
    assertThat(kappa.lower()).isBetween(1.05, 1.2);
    assertThat(kappa.upper()).isBetween(1.3, 1.5);
  }

  @Test
  void is_the_mean_weighted_score_for_two_draws() {
    EffectSize score =
        EffectEstimate.of(new NullLaw.TwoUniforms(DrawScale.VLLM_FLOAT, 0.1), 10_000, 11_000, 0.95);

    assertThat(score.estimate()).isCloseTo(1.1, within(1e-15));
    assertThat(score.lower()).isBetween(0.8, 1.1);
    assertThat(score.upper()).isBetween(1.1, 1.4);
  }
}
