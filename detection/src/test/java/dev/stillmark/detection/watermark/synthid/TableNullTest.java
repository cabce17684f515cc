package dev.stillmark.detection.watermark.synthid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.stats.BinomialTail;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableNullTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void equals_a_count_over_every_key(long seed) {
    SynthIdScheme scheme = Schemes.of(Schemes.table(16, seed), 3, 2);
    BitSet seeds = BitSet.valueOf(new long[] {new Random(seed).nextInt(1, 1 << 16)});
    int[] keysWith = new int[3 * 16 + 1];
    for (int key = 0; key < 16 * 16 * 16; key++) {
      GValues values = scheme.with(Schemes.key(key & 15, key >> 4 & 15, key >> 8));
      keysWith[(int) seeds.stream().mapToLong(s -> Long.bitCount(values.mask(s))).sum()]++;
    }

    TableNull law = TableNull.of(scheme, seeds);

    int atLeast = 0;
    for (int bits = keysWith.length - 1; bits >= 0; bits--) {
      atLeast += keysWith[bits];
      double expected = Math.log10(atLeast / 4096.0);
      if (atLeast == 0) {
        assertThat(law.log10P(bits)).isEqualTo(Double.NEGATIVE_INFINITY);
      } else {
        assertThat(law.log10P(bits)).as("%d bits", bits).isCloseTo(expected, within(1e-12));
      }
    }
  }

  @Test
  void the_binomial_law_is_wider_by_the_share_of_the_table_that_is_used() {
    SynthIdScheme scheme = Schemes.of(Schemes.TABLE, 30, 5);
    BitSet seeds = randomSeeds(20_000);
    int n = seeds.cardinality();
    double p = scheme.law().ones() / 65_536.0;

    TableNull law = TableNull.of(scheme, seeds);

    double binomialVariance = 30 * n * p * (1 - p);
    assertThat(law.mean()).isCloseTo(30 * n * p, within(1e-6));
    assertThat(law.variance() / binomialVariance).isCloseTo(1 - n / 65_536.0, within(0.02));
    long deviant = Math.round(law.mean() + 6 * Math.sqrt(binomialVariance));
    double binomial = BinomialTail.log10(30L * n, deviant, scheme.law().ones(), 65_536);
    assertThat(law.log10P(deviant)).isLessThan(binomial - 1).isGreaterThan(2 * binomial);
  }

  @Test
  void no_draw_of_keys_proves_more_than_its_own_probability() {
    SynthIdScheme scheme = Schemes.of(Schemes.TABLE, 30, 5);
    TableNull law = TableNull.of(scheme, randomSeeds(5000));

    long most = 30L * 5000;
    while (law.log10P(most) == Double.NEGATIVE_INFINITY) {
      most--;
    }

    assertThat(law.log10P(most)).isGreaterThanOrEqualTo(-30 * Math.log10(65_536) - 1e-9);
  }

  @Test
  void is_known_only_for_tables_that_keys_turn() {
    SynthIdDialect odd = Schemes.table(1000, 1);

    assertThat(TableNull.knows(Schemes.TABLE)).isTrue();
    assertThat(TableNull.knows(odd)).isFalse();
    assertThat(TableNull.knows(Schemes.SHIFTED)).isFalse();
    assertThatThrownBy(() -> TableNull.of(Schemes.of(odd, 3, 5), new BitSet()))
        .hasMessage("an exact null needs a sampling table whose size is a power of two");
  }

  private static BitSet randomSeeds(int count) {
    Random random = new Random(count);
    BitSet seeds = new BitSet();
    while (seeds.cardinality() < count) {
      seeds.set(random.nextInt(1 << 16));
    }
    return seeds;
  }
}
