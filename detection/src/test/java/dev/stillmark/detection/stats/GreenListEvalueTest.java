package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreenListEvalueTest {

  @Test
  void is_one_before_anything_was_seen() {
    assertThat(GreenListEvalue.log10(50_257, 12_564, List.of())).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neither_order_nor_splitting_changes_a_bit(long seed) {
    Random random = new Random(seed);
    List<SeedCount> counts = new ArrayList<>();
    List<SeedCount> split = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int tokens = 1 + random.nextInt(40);
      int green = random.nextInt(1 + Math.min(tokens, 12));
      int seeds = 1 + random.nextInt(50);
      counts.add(new SeedCount(tokens, green, seeds));
      for (int j = 0; j < seeds; j++) {
        split.add(new SeedCount(tokens, green, 1));
      }
    }
    double expected = GreenListEvalue.log10(4096, 1024, counts);

    Collections.shuffle(counts, random);
    Collections.shuffle(split, random);

    assertThat(GreenListEvalue.log10(4096, 1024, counts)).as("seed %d", seed).isEqualTo(expected);
    assertThat(GreenListEvalue.log10(4096, 1024, split)).as("seed %d", seed).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void has_mean_one_over_all_green_lists(int tokens) {
    assertThat(meanOverAllGreenLists(tokens)).isCloseTo(1, within(1e-12));
  }

  /** The alternative then also expects counts that no green list can give. */
  @ParameterizedTest
  @ValueSource(ints = {6, 9, 12})
  void has_a_mean_below_one_once_a_list_could_be_exhausted(int tokens) {
    assertThat(meanOverAllGreenLists(tokens)).isBetween(0.01, 1.0);
  }

  private static double meanOverAllGreenLists(int tokens) {
    int vocabulary = 12;
    int greenIds = 5;
    double sum = 0;
    int lists = 0;
    for (int list = 0; list < 1 << vocabulary; list++) {
      if (Integer.bitCount(list) == greenIds) {
        int green = Integer.bitCount(list & ((1 << tokens) - 1));
        SeedCount count = new SeedCount(tokens, green, 1);
        sum += Math.pow(10, GreenListEvalue.log10(vocabulary, greenIds, List.of(count)));
        lists++;
      }
    }
    return sum / lists;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void grows_with_every_further_green_token(int red) {
    double before = Double.NEGATIVE_INFINITY;
    for (int green = 0; green < 40; green++) {
      double log10 =
          GreenListEvalue.log10(
              4096, 1024, List.of(new SeedCount(1, 1, green), new SeedCount(1, 0, red)));

      assertThat(log10).isGreaterThan(before);
      before = log10;
    }
  }

  @Test
  void refuses_what_no_green_list_can_give() {
    assertThatThrownBy(() -> GreenListEvalue.log10(50, 12, List.of(new SeedCount(20, 13, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a seed can have at most 12 green and 38 red tokens but has 13 and 7");
    assertThatThrownBy(() -> GreenListEvalue.log10(50, 50, List.of()))
        .hasMessage("greenListSize must be within 1..49 but is 50");
    assertThatThrownBy(() -> new SeedCount(2, 3, 1))
        .hasMessage("green must be within 0..2 but is 3");
  }
}
