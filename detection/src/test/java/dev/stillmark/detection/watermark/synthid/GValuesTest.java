package dev.stillmark.detection.watermark.synthid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.watermark.PositionScorer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GValuesTest {

  static Stream<SynthIdDialect> dialects() {
    return Stream.of(
        Schemes.TABLE,
        Schemes.SHIFTED,
        Schemes.table(1000, 1),
        Schemes.table(1 << 20, -1),
        Schemes.table(2, 5));
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void scoring_in_bulk_equals_scoring_by_position(SynthIdDialect dialect) {
    Random random = new Random(7);
    for (int depth : new int[] {1, 30, 56}) {
      GValues values = withRandomKey(Schemes.of(dialect, depth, 2 + depth % 5), random);
      long[] ids = random.longs(1000).toArray();
      PositionScorer scorer = values.scorer();
      int[] positions = IntStream.range(values.firstPosition(), ids.length).toArray();
      long[] scores = new long[positions.length];
      long[] masks = new long[positions.length];

      scorer.scoresAt(ids, positions, positions.length, scores);
      values.masks(Schemes.hashes(values, ids), positions.length, masks);

      for (int i = 0; i < positions.length; i++) {
        assertThat(scores[i])
            .isEqualTo(scorer.scoreAt(ids, positions[i]))
            .isEqualTo(values.mask(scorer.itemAt(ids, positions[i])))
            .isEqualTo(masks[i]);
      }
    }
  }

  /** The twelve rounds as they are published, without any shortcut. */
  @Test
  void shifted_layers_equal_twelve_plain_rounds() {
    Random random = new Random(12);
    long[] keys = random.longs(56).toArray();
    ShiftedLayers layers = new ShiftedLayers(keys);

    for (int i = 0; i < 300; i++) {
      long hash = random.nextLong();
      long expected = 0;
      for (int layer = 0; layer < keys.length; layer++) {
        long x = NgramHash.accumulate(hash, keys[layer]);
        for (int round = 0; round < 12; round++) {
          x = (x + 1) * NgramHash.MULTIPLIER + 1 >> 5;
        }
        expected |= (x >> 30 & 1) << layer;
      }
      assertThat(layers.mask(hash)).isEqualTo(expected);
    }
  }

  @Test
  void rows_of_a_table_equal_looks_into_it() {
    Random random = new Random(13);
    SamplingTable table = SamplingTable.draw(1 << 10, 99);
    long[] keys = random.longs(30).toArray();
    TableRows rows = new TableRows(table, keys);
    TableLookups lookups = new TableLookups(table, keys);

    random.longs(5000).forEach(hash -> assertThat(rows.mask(hash)).isEqualTo(lookups.mask(hash)));
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void positions_that_agree_in_the_seed_agree_in_the_score(SynthIdDialect dialect) {
    Random random = new Random(8);
    GValues values = withRandomKey(Schemes.of(dialect, 9, 3), random);
    PositionScorer scorer = values.scorer();
    long[] ids = Schemes.randomIds(random, 20_000, 50);
    Map<Long, Long> scores = new HashMap<>();

    for (int position = values.firstPosition(); position < ids.length; position++) {
      long score = scorer.scoreAt(ids, position);
      Long before = scores.putIfAbsent(scorer.seedAt(ids, position), score);
      assertThat(before == null || before == score).as("position %d", position).isTrue();
    }
    assertThat(scores.size()).isLessThan(ids.length - values.firstPosition());
  }

  @Test
  void counts_each_window_and_each_seed_once() {
    Random random = new Random(10);
    GValues values = withRandomKey(Schemes.of(Schemes.TABLE, 30, 3), random);
    long[] ids = Schemes.randomIds(random, 60_000, 60);

    DistinctWindows windows = Schemes.count(values, ids);

    long[] distinct = Arrays.stream(Schemes.hashes(values, ids)).distinct().toArray();
    long[] seeds = Arrays.stream(distinct).map(hash -> hash & 0xffff).distinct().toArray();
    assertThat(windows.windows()).isEqualTo(distinct.length);
    assertThat(windows.windowBits()).isEqualTo(bits(values, distinct));
    assertThat(windows.seeds()).isEqualTo(seeds.length).isLessThan(distinct.length);
    assertThat(windows.seedBits()).isEqualTo(bits(values, seeds));
    assertThat(windows.seedSet().cardinality()).isEqualTo(seeds.length);
  }

  @Test
  void without_a_table_windows_are_seeds() {
    Random random = new Random(11);
    GValues values = withRandomKey(Schemes.of(Schemes.SHIFTED, 30, 3), random);

    DistinctWindows windows = Schemes.count(values, Schemes.randomIds(random, 5000, 20));

    assertThat(windows.seeds()).isEqualTo(windows.windows()).isLessThan(4998);
    assertThat(windows.seedBits()).isEqualTo(windows.windowBits());
  }

  @Test
  void a_set_holds_zero_and_grows() {
    LongSet set = new LongSet();
    Random random = new Random(14);
    long[] values = random.longs(5000).toArray();
    values[17] = 0;

    for (long value : values) {
      assertThat(set.add(value)).isTrue();
    }
    for (long value : values) {
      assertThat(set.add(value)).isFalse();
    }
    assertThat(set.size()).isEqualTo(5000);
  }

  private static long bits(GValues values, long[] hashes) {
    return Arrays.stream(hashes).map(values::mask).map(Long::bitCount).sum();
  }

  private static GValues withRandomKey(SynthIdScheme scheme, Random random) {
    return scheme.with(scheme.drawKey(random::nextLong));
  }
}
