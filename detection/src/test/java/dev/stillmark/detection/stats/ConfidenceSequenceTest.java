package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coverage at whatever time an adversary stops: as soon as the truth falls out of the bounds. */
class ConfidenceSequenceTest {

  private static final int RUNS = 2000;
  private static final double CONFIDENCE = 0.9;

  /** Three standard errors above 1 - confidence. */
  private static final double MOST_MISSES = 0.1 + 3 * Math.sqrt(0.1 * 0.9 / RUNS);

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.25, 0.9})
  void bounds_of_a_share_hold_at_every_time(double share) {
    long misses =
        IntStream.range(0, RUNS)
            .parallel()
            .filter(run -> missesShare(new Random(run), share))
            .count();

    assertThat(misses / (double) RUNS).as("seeds 0..%d", RUNS).isLessThanOrEqualTo(MOST_MISSES);
  }

  private static boolean missesShare(Random random, double share) {
    long ones = 0;
    for (int n = 1; n <= 100; n++) {
      ones += random.nextDouble() < share ? 1 : 0;
      if (MeanConfidenceSequence.excludes(n, ones, share, CONFIDENCE)) {
        return true;
      }
    }
    return false;
  }

  /** Each bit's chance depends on the bits before it: what is covered is the average chance. */
  @Test
  void bounds_hold_for_the_average_of_chances_that_depend_on_the_past() {
    int misses = 0;
    for (int run = 0; run < RUNS; run++) {
      Random random = new Random(run);
      long ones = 0;
      double chances = 0;
      boolean missed = false;
      for (int n = 1; n <= 100 && !missed; n++) {
        double chance = 2 * ones >= n ? 0.1 : 0.8;
        chances += chance;
        ones += random.nextDouble() < chance ? 1 : 0;
        missed = MeanConfidenceSequence.excludes(n, ones, chances / n, CONFIDENCE);
      }
      misses += missed ? 1 : 0;
    }

    assertThat(misses / (double) RUNS).as("seeds 0..%d", RUNS).isLessThanOrEqualTo(MOST_MISSES);
  }

  @Test
  void bounds_of_a_mean_of_capped_scores_hold_at_every_time() {
    double cap = 24 * Math.log(2);
    int misses = 0;
    for (int run = 0; run < RUNS; run++) {
      Random random = new Random(run);
      double sum = 0;
      boolean missed = false;
      for (int n = 1; n <= 100 && !missed; n++) {
        sum += -Math.log1p(-random.nextInt(1 << 24) * 0x1p-24);
        missed = MeanConfidenceSequence.excludes(n, sum / cap, 1 / cap, CONFIDENCE);
      }
      misses += missed ? 1 : 0;
    }

    assertThat(misses / (double) RUNS).as("seeds 0..%d", RUNS).isLessThanOrEqualTo(MOST_MISSES);
  }

  @ParameterizedTest
  @CsvSource({"1, 8191", "1.2, 16777216", "3, 8191"})
  void bounds_of_a_strength_hold_at_every_time(double kappa, long levels) {
    long misses =
        IntStream.range(0, RUNS)
            .parallel()
            .filter(run -> missesStrength(new Random(run), kappa, levels))
            .count();

    assertThat(misses / (double) RUNS).as("seeds 0..%d", RUNS).isLessThanOrEqualTo(MOST_MISSES);
  }

  private static boolean missesStrength(Random random, double kappa, long levels) {
    UniformEvalue evalue = new UniformEvalue(levels);
    double sum = 0;
    for (int n = 1; n <= 40; n++) {
      double u = Math.pow(random.nextDouble(), 1 / kappa);
      sum += evalue.logMiddle((long) (u * levels));
      if (KappaConfidenceSequence.excludes(n, sum, levels, kappa, CONFIDENCE)) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 0", "300, 81", "5000, 1400"})
  void the_bounds_of_a_share_enclose_what_is_not_excluded(long n, long ones) {
    EffectSize effect = MeanConfidenceSequence.ofBits(n, ones, CONFIDENCE);

    for (double theta = 0.001; theta < 1; theta += 0.003) {
      assertThat(theta <= effect.lower() || theta >= effect.upper())
          .isEqualTo(MeanConfidenceSequence.excludes(n, ones, theta, CONFIDENCE));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, -0.5", "40, -11", "3000, -2500"})
  void the_bounds_of_a_strength_enclose_what_is_not_excluded(long draws, double sumOfLogs) {
    EffectSize effect = KappaConfidenceSequence.at(draws, sumOfLogs, 8191, CONFIDENCE);

    for (double kappa = 1.001; kappa < 60; kappa *= 1.03) {
      assertThat(kappa <= effect.lower() || kappa >= effect.upper())
          .isEqualTo(KappaConfidenceSequence.excludes(draws, sumOfLogs, 8191, kappa, CONFIDENCE));
    }
  }

  /** The payment for reading draws at their middles covers what it adds, for both directions. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5, 2.2, 3, 5, 20, 100})
  void each_draw_pays_for_being_read_at_its_middle(double kappa) {
    int levels = 4096;
    for (int k = 0; k < 25; k++) {
      for (double x : new double[] {UniformEvalue.exponent(k), -UniformEvalue.exponent(k) / 8}) {
        double mean = 0;
        for (int m = 0; m < levels; m++) {
          double u = (m + 0.5) / levels;
          double mass = Math.pow((m + 1.0) / levels, kappa) - Math.pow((double) m / levels, kappa);
          mean += mass * (1 + x) * Math.pow(u, x * kappa);
        }

        assertThat(mean - 1).isLessThan(1.0 / levels + kappa * kappa / levels / levels);
      }
    }
  }

  @Test
  void narrows_as_evidence_grows() {
    EffectSize few = MeanConfidenceSequence.ofBits(400, 112, 0.95);
    EffectSize many = MeanConfidenceSequence.ofBits(40_000, 11_200, 0.95);

    assertThat(few.estimate()).isEqualTo(many.estimate()).isEqualTo(0.28);
    assertThat(few.upper() - few.lower()).isBetween(0.1, 0.25);
    assertThat(many.upper() - many.lower()).isBetween(0.01, 0.025);
  }

  /** The lower bound leaves the null share where the one-sided e-value passes about 2/α. */
  @Test
  void the_lower_bound_agrees_with_the_evalue() {
    for (long ones = 250; ones < 350; ones++) {
      boolean excluded = MeanConfidenceSequence.ofBits(1000, ones, 0.95).lower() > 0.25;
      double evalue = Math.pow(10, CoinEvalue.log10(1000, ones, 0.25));

      if (evalue >= 40) {
        assertThat(excluded).isTrue();
      }
      if (evalue < 38) {
        assertThat(excluded).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 9.0107, 16.635532333438686})
  void values_that_are_all_none_or_all_at_the_cap_are_no_error(double cap) {
    for (long n = 1; n < 200; n++) {
      assertThat(MeanConfidenceSequence.ofValues(n, n * cap, cap, 0.95).upper()).isEqualTo(cap);
      assertThat(MeanConfidenceSequence.ofValues(n, 0, cap, 0.95).lower()).isZero();
    }
  }

  @Test
  void a_strength_below_one_is_given_as_none() {
    EffectSize effect = KappaConfidenceSequence.at(1000, -2000, 8191, 0.95);

    assertThat(effect).isEqualTo(new EffectSize(1, 1, 1, 0.95));
  }

  @Test
  void refuses_what_cannot_be() {
    assertThatThrownBy(() -> MeanConfidenceSequence.ofBits(0, 0, 0.95))
        .hasMessage("n must be at least 1 but is 0");
    assertThatThrownBy(() -> MeanConfidenceSequence.ofBits(5, 6, 0.95))
        .hasMessage("sum must be within 0..5.0 but is 6.0");
    assertThatThrownBy(() -> MeanConfidenceSequence.ofBits(5, 3, 1))
        .hasMessage("confidence must be within (0, 1) but is 1.0");
    assertThatThrownBy(() -> KappaConfidenceSequence.at(5, -1, 100, 0.95))
        .hasMessage("levels must be at least 4096 but is 100");
    assertThatThrownBy(() -> KappaConfidenceSequence.at(5, 0, 8191, 0.95))
        .hasMessage("draws must be at least 1 and sumOfLogs below 0 but they are 5 and 0.0");
    assertThatThrownBy(() -> new EffectSize(2, 0, 1, 0.9))
        .hasMessage("estimate must be within 0.0..1.0 but is 2.0");
  }
}
