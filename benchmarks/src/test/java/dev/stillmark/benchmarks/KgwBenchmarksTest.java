package dev.stillmark.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.watermark.kgw.GreenLists;
import dev.stillmark.detection.watermark.kgw.KgwScheme.Seeding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KgwBenchmarksTest {

  @ParameterizedTest
  @EnumSource
  void cold_counts_are_those_of_the_plain_permutations(Seeding seeding) {
    KgwColdBenchmark benchmark = new KgwColdBenchmark();
    benchmark.seeding = seeding;
    benchmark.prepare();

    long counted = benchmark.score();

    GreenLists lists = KgwSetting.lists(seeding, 20_261_124);
    assertThat(counted).isEqualTo(reference(lists, benchmark.lastText()));
  }

  @ParameterizedTest
  @EnumSource
  void warm_counts_are_those_of_the_plain_permutations(Seeding seeding) {
    KgwWarmBenchmark benchmark = new KgwWarmBenchmark();
    benchmark.seeding = seeding;
    benchmark.prepare();

    long counted = benchmark.score();

    GreenLists lists = KgwSetting.lists(seeding, 20_261_124);
    assertThat(counted).isEqualTo(reference(lists, benchmark.text()));
  }

  @Test
  void counts_of_many_keys_are_those_of_the_plain_permutations() {
    KgwManyKeysBenchmark benchmark = new KgwManyKeysBenchmark();
    benchmark.prepare();

    long[] counted = benchmark.scan();

    assertThat(counted).hasSize(KgwManyKeysBenchmark.KEYS);
    for (int key : new int[] {0, 1, 499, 999}) {
      long expected = reference(benchmark.keys().get(key), benchmark.text());
      assertThat(counted[key]).as("key %d", key).isEqualTo(expected);
    }
  }

  /** isGreenAt without scratch follows torch's permutation draw by draw. */
  private static long reference(GreenLists lists, long[] ids) {
    Map<List<Long>, Boolean> green = new HashMap<>();
    for (int at = lists.firstPosition(); at < ids.length; at++) {
      int position = at;
      green.computeIfAbsent(
          List.of((long) lists.seedAt(ids, at), ids[at]), _ -> lists.isGreenAt(ids, position));
    }
    long marked = green.values().stream().filter(isGreen -> isGreen).count();
    return marked << Integer.SIZE | green.size();
  }
}
