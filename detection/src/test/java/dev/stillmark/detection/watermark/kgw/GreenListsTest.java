package dev.stillmark.detection.watermark.kgw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.kgw.KgwScheme.Seeding;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GreenListsTest {

  private static final WatermarkKey KEY = WatermarkKey.of(20_261_124);
  private static final BigInteger MODULUS = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  static Stream<BigInteger> edgeKeys() {
    return Stream.of(
        BigInteger.ZERO,
        BigInteger.ONE,
        BigInteger.valueOf(-1),
        BigInteger.valueOf(Long.MIN_VALUE),
        BigInteger.valueOf(Long.MAX_VALUE),
        BigInteger.TWO.pow(63),
        MODULUS,
        MODULUS.subtract(BigInteger.ONE),
        BigInteger.valueOf(6_148_914_691_236_517_205L));
  }

  @ParameterizedTest
  @MethodSource("edgeKeys")
  void lefthash_seeds_equal_unbounded_arithmetic(BigInteger key) {
    GreenLists lists = new GreenLists(KgwScheme.withDefaults(4096), WatermarkKey.of(key));
    long[] edges = {0, 1, 2, 3, -1, -2, 4095, 4096, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32};
    long[] random = new Random(7).longs(200).toArray();

    for (long[] tokens : new long[][] {edges, random}) {
      for (long token : tokens) {
        int expected = key.multiply(BigInteger.valueOf(token)).mod(MODULUS).intValue();
        assertThat(lists.seedAfter(token)).as("%s · %d", key, token).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("edgeKeys")
  void selfhash_seeds_equal_their_definition(BigInteger key) {
    KgwScheme scheme = new KgwScheme(4096, 0.25, Seeding.SELFHASH, 3, false, null, 5);
    GreenLists lists = new GreenLists(scheme, WatermarkKey.of(key));
    int[] table = TorchGenerator.seededWith(key.intValue()).permutation(1_000_003);
    Random random = new Random(8);

    for (int run = 0; run < 50; run++) {
      long[] tokens = {random.nextInt(4096), random.nextLong(), random.nextInt(4096)};
      long last = table[Math.floorMod(tokens[2], 1_000_003)] + 1;
      long least = Long.MAX_VALUE;
      for (long token : tokens) {
        long place = table[Math.floorMod(token, 1_000_003)] + 1;
        least = Math.min(least, key.longValue() * place * last);
      }
      int expected = BigInteger.valueOf(least).mod(MODULUS).intValue();

      assertThat(lists.seedAt(tokens, 2)).as("%s, run %d", key, run).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 50, 4096, 50_257})
  void one_membership_agrees_with_the_whole_list(int vocabulary) {
    int size = vocabulary / 2;
    for (int seed : new int[] {0, 1, -1, Integer.MIN_VALUE, 424_242}) {
      BitSet green = GreenLists.greenList(seed, vocabulary, size);

      assertThat(green.cardinality()).isEqualTo(size);
      for (int token = 0; token < vocabulary; token += 1 + vocabulary / 97) {
        assertThat(GreenLists.isGreen(seed, token, vocabulary, size))
            .as("seed %d, V %d, token %d", seed, vocabulary, token)
            .isEqualTo(green.get(token));
      }
    }
  }

  @Test
  void the_list_after_a_token_is_the_one_that_scores_the_next() {
    GreenLists lists = new GreenLists(KgwScheme.withDefaults(1000), KEY);
    BitSet green = lists.after(17);

    for (int token = 0; token < 1000; token++) {
      assertThat(lists.isGreenAt(new long[] {17, token}, 1)).isEqualTo(green.get(token));
    }
  }

  @Test
  void ids_outside_the_vocabulary_are_red_but_seed_like_any_other() {
    GreenLists lists = new GreenLists(KgwScheme.withDefaults(4), KEY);

    for (long foreign : new long[] {-1, 4, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32}) {
      assertThat(lists.isGreenAt(new long[] {0, foreign}, 1)).isFalse();
      assertThat(lists.after(foreign).cardinality()).isEqualTo(1);
    }
  }

  @Test
  void lefthash_needs_a_whole_context_before_the_position() {
    KgwScheme scheme = new KgwScheme(100, 0.25, Seeding.LEFTHASH, 2, false, null, 5);
    GreenLists lists = new GreenLists(scheme, KEY);
    long[] tokens = {1, 2, 3};

    assertThat(lists.firstPosition()).isEqualTo(2);
    assertThat(lists.seedAt(tokens, 2)).isEqualTo(lists.seedAfter(2));
    assertThatThrownBy(() -> lists.seedAt(tokens, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("position must be within 2..2 but is 1");
    assertThatThrownBy(() -> lists.isGreenAt(tokens, 3))
        .hasMessage("position must be within 2..2 but is 3");
  }

  @Test
  void selfhash_counts_the_candidate_as_context() {
    KgwScheme scheme = new KgwScheme(100, 0.25, Seeding.SELFHASH, 3, false, null, 5);
    GreenLists lists = new GreenLists(scheme, KEY);

    assertThat(lists.firstPosition()).isEqualTo(2);
    assertThatThrownBy(() -> lists.seedAt(new long[] {1, 2, 3}, 1))
        .hasMessage("position must be within 2..2 but is 1");
    assertThatThrownBy(() -> lists.after(1))
        .hasMessage("one green list after a token needs seedingScheme lefthash but it is selfhash");
  }
}
