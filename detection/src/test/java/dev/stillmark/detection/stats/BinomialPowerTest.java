package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinomialPowerTest {

  private static final int V = 50_257;
  private static final int G = 12_564;

  @Test
  void is_zero_when_not_even_all_green_would_do() {
    assertThat(BinomialPower.of(V, G, 5, 0.9, 6)).isZero();
    assertThat(BinomialPower.of(V, G, 0, 0.9, 6)).isZero();
  }

  @Test
  void is_one_when_nothing_is_asked() {
    assertThat(BinomialPower.of(V, G, 0, 0.9, 0)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 100, 5000, 1_000_000})
  void the_least_green_count_is_where_the_evalue_crosses(long items) {
    long least = BinomialPower.leastGreen(V, G, items, 6);

    if (least <= items) {
      assertThat(log10E(items, least)).isGreaterThanOrEqualTo(6);
    }
    assertThat(log10E(items, least - 1)).isLessThan(6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void agrees_with_simulated_collections(long seed) {
    Random random = new Random(seed);
    int items = 600;
    int runs = 3000;
    long least = BinomialPower.leastGreen(V, G, items, 4);
    int reached = 0;
    for (int run = 0; run < runs; run++) {
      long green = random.doubles(items).filter(u -> u < 0.35).count();
      reached += green >= least ? 1 : 0;
    }

    assertThat(BinomialPower.of(V, G, items, 0.35, 4))
        .as("seed %d", seed)
        .isCloseTo(reached / (double) runs, within(0.03));
  }

  @Test
  void the_items_needed_give_the_power_and_half_of_them_do_not() {
    long items = BinomialPower.itemsNeeded(V, G, 0.27, 6, 0.8);

    assertThat(BinomialPower.of(V, G, items, 0.27, 6)).isGreaterThanOrEqualTo(0.8);
    assertThat(BinomialPower.of(V, G, items - 1, 0.27, 6)).isLessThan(0.8);
    assertThat(BinomialPower.of(V, G, items / 2, 0.27, 6)).isLessThan(0.8);
  }

  @Test
  void refuses_an_effect_that_is_none() {
    assertThatThrownBy(() -> BinomialPower.itemsNeeded(4, 1, 0.25, 6, 0.8))
        .hasMessage("greenShareUnderHp must be within (0.25, 1) but is 0.25");
    assertThatThrownBy(() -> BinomialPower.itemsNeeded(4, 1, 0.3, 6, 1))
        .hasMessage("power must be within (0, 1) but is 1.0");
    assertThatThrownBy(() -> BinomialPower.of(4, 1, 10, 1.5, 6))
        .hasMessage("greenShareUnderHp must be within (0, 1) but is 1.5");
    assertThatThrownBy(() -> BinomialPower.itemsNeeded(4, 1, 0.25000001, 6, 0.8))
        .hasMessageStartingWith("the items needed must be at most 2^40");
  }

  private static double log10E(long items, long green) {
    return GreenListEvalue.log10(
        V, G, List.of(new SeedCount(1, 1, green), new SeedCount(1, 0, items - green)));
  }
}
