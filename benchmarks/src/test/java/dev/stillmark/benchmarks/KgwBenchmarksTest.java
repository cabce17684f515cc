package dev.stillmark.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.watermark.kgw.GreenLists;
import dev.stillmark.detection.watermark.kgw.KgwScheme.Seeding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KgwBenchmarksTest {

  private static final long KEY = 20_261_124;

  @ParameterizedTest
  @EnumSource
  void cold_counts_are_those_of_the_plain_permutations(Seeding seeding) {
    KgwColdBenchmark benchmark = new KgwColdBenchmark();
    benchmark.seeding = seeding;
    benchmark.prepare();

    long green = benchmark.score();

    PlainCount expected = reference(KgwSetting.lists(seeding, KEY), benchmark.text());
    assertThat(green).isEqualTo(expected.sum());
    assertThat(benchmark.count().distinct()).isEqualTo(expected.distinct());
  }

  @ParameterizedTest
  @EnumSource
  void warm_counts_are_those_of_the_plain_permutations(Seeding seeding) {
    KgwWarmBenchmark benchmark = new KgwWarmBenchmark();
    benchmark.seeding = seeding;
    benchmark.prepare();

    long green = benchmark.score();

    PlainCount expected = reference(KgwSetting.lists(seeding, KEY), benchmark.text());
    assertThat(green).isEqualTo(expected.sum());
    assertThat(benchmark.count().distinct()).isEqualTo(expected.distinct());
  }

  @Test
  void counts_of_many_keys_are_those_of_the_plain_permutations() {
    KgwManyKeysBenchmark benchmark = new KgwManyKeysBenchmark();
    benchmark.prepare();

    long[] green = benchmark.scan();

    assertThat(green).hasSize(KgwManyKeysBenchmark.KEYS);
    for (int key : new int[] {0, 1, 499, 999}) {
      long expected = reference(benchmark.keys().get(key), benchmark.text()).sum();
      assertThat(green[key]).as("key %d", key).isEqualTo(expected);
    }
  }

  /** isGreenAt without scratch follows torch's permutation draw by draw. */
  private static PlainCount reference(GreenLists lists, long[] ids) {
    return PlainCount.of(lists, ids, (text, at) -> lists.isGreenAt(text, at) ? 1 : 0);
  }
}
