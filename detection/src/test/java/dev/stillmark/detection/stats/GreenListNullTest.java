package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promises about false alarms, by simulation under the null: green lists drawn at random. */
class GreenListNullTest {

  private static final int VOCABULARY = 24;
  private static final int GREEN = 6;
  private static final int SEEDS = 12;
  private static final int RUNS = 2000;

  /**
   * An adversary who sees every colour so far decides which seed to ask next and when to stop. He
   * stays with a seed while it still has more green ones to give than its share.
   */
  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void an_adversarial_order_and_stopping_rule_do_not_break_the_bound(long seed) {
    Random random = new Random(seed);
    int crossed = 0;
    double meanAtTheEnd = 0;
    for (int run = 0; run < RUNS; run++) {
      double[] path = adversarialPath(random);
      crossed += Arrays.stream(path).anyMatch(log10 -> log10 >= 1) ? 1 : 0;
      meanAtTheEnd += Math.pow(10, path[path.length - 1]) / RUNS;
    }

    // Ville: at most 0.1 of the paths ever reach 10; three standard errors on top.
    assertThat(crossed / (double) RUNS)
        .as("seed %d", seed)
        .isLessThanOrEqualTo(0.1 + 3 * Math.sqrt(0.1 * 0.9 / RUNS));
    assertThat(meanAtTheEnd).as("seed %d", seed).isLessThanOrEqualTo(1.25);
  }

  /** One seed after the other, its most promising next: log10 E after each token. */
  private static double[] adversarialPath(Random random) {
    int[] asked = new int[SEEDS];
    int[] green = new int[SEEDS];
    double[] path = new double[SEEDS * VOCABULARY / 2];
    for (int step = 0; step < path.length; step++) {
      int seed = mostPromising(asked, green);
      int left = VOCABULARY - asked[seed];
      green[seed] += random.nextInt(left) < GREEN - green[seed] ? 1 : 0;
      asked[seed]++;
      path[step] = GreenListEvalue.log10(VOCABULARY, GREEN, counts(asked, green));
    }
    return path;
  }

  private static int mostPromising(int[] asked, int[] green) {
    int best = 0;
    double bestShare = -1;
    for (int seed = 0; seed < asked.length; seed++) {
      int left = VOCABULARY - asked[seed];
      double share = left == 0 ? -1 : (GREEN - green[seed]) / (double) left;
      if (share > bestShare) {
        best = seed;
        bestShare = share;
      }
    }
    return best;
  }

  private static List<SeedCount> counts(int[] asked, int[] green) {
    List<SeedCount> counts = new ArrayList<>();
    for (int seed = 0; seed < asked.length; seed++) {
      if (asked[seed] > 0) {
        counts.add(new SeedCount(asked[seed], green[seed], 1));
      }
    }
    return counts;
  }
}
