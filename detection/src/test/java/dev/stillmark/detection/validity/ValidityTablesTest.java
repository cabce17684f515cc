package dev.stillmark.detection.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.stats.BinomialTail;
import dev.stillmark.detection.stats.ErrorRate;
import dev.stillmark.detection.watermark.PairIndex;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.kgw.GreenLists;
import dev.stillmark.detection.watermark.kgw.KgwScheme;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The validity tables over KGW with a small vocabulary, whose text repeats itself a lot. */
class ValidityTablesTest {

  private static final int VOCABULARY = 64;
  private static final KgwScheme SCHEME = KgwScheme.withDefaults(VOCABULARY);
  private static final int KEYS = 300;

  @Test
  void naive_alarms_are_many_and_exact_ones_within_their_rate() {
    TokenStream text = TokenStream.of(texts(new Random(1), 60, 100, null));

    FalsePositiveTable table =
        FalsePositiveTable.of(
            SCHEME, keys(2, KEYS), text, new int[] {6000, 200}, new double[] {0.05, 0.01});

    assertThat(table.scheme()).isEqualTo("kgw/transformers/lefthash");
    assertThat(table.rows()).extracting(FalsePositiveTable.Row::tokens).containsExactly(200, 6000);
    for (FalsePositiveTable.Row row : table.rows()) {
      assertThat(row.draws().units()).isLessThan(row.tokens());
      for (FalsePositiveTable.AtLevel level : row.levels()) {
        assertThat(level.exact().trials()).isEqualTo(KEYS);
        // Whoever is at the nominal rate has a lower bound of 99.9 % confidence below it.
        assertThat(level.exact().lower(0.999)).isLessThanOrEqualTo(level.alpha());
      }
    }
    FalsePositiveTable.Row longest = table.rows().getLast();
    assertThat(longest.positions().alarms().lower(0.999)).isGreaterThan(0.005);
    assertThat(longest.levels().getFirst().naive().lower(0.999)).isGreaterThan(0.05);
  }

  /** Counted with plain sets over one key's stretch, which is the whole text here. */
  @Test
  void one_keys_row_is_what_plain_counting_gives() {
    List<long[]> sequences = texts(new Random(3), 5, 80, null);
    WatermarkKey key = WatermarkKey.of(77);
    GreenLists lists = SCHEME.with(key);
    long[] ids = sequences.stream().flatMapToLong(Arrays::stream).toArray();
    Set<List<Long>> distinct = new HashSet<>();
    int green = 0;
    int naiveGreen = 0;
    for (int at = 1; at < ids.length; at++) {
      boolean isGreen = lists.isGreenAt(ids, at);
      naiveGreen += isGreen ? 1 : 0;
      green += distinct.add(List.of(ids[at - 1], ids[at])) && isGreen ? 1 : 0;
    }
    double p = Math.pow(10, BinomialTail.log10(distinct.size(), green, 16, 64));
    double naiveP = Math.pow(10, BinomialTail.log10(ids.length - 1, naiveGreen, 16, 64));
    boolean isProved = green >= distinct.size() / 4.0 + 1;

    FalsePositiveTable.Row row =
        FalsePositiveTable.of(
                SCHEME,
                List.of(key),
                TokenStream.of(sequences),
                new int[] {400},
                new double[] {p * 0.999999, p * 1.000001, naiveP * 0.999999, naiveP * 1.000001})
            .rows()
            .getFirst();

    assertThat(row.draws().units()).isEqualTo(distinct.size());
    assertThat(row.windows()).isEqualTo(row.draws());
    assertThat(row.draws().deviation()).isZero();
    assertThat(row.levels().get(0).exact().events()).isZero();
    assertThat(row.levels().get(1).exact().events()).isEqualTo(isProved ? 1 : 0);
    assertThat(row.levels().get(2).naive().events()).isZero();
    assertThat(row.levels().get(3).naive().events()).isEqualTo(1);
  }

  @Test
  void the_same_arguments_give_the_same_table() {
    TokenStream text = TokenStream.of(texts(new Random(4), 10, 60, null));

    FalsePositiveTable first = small(text);
    FalsePositiveTable second = small(text);

    assertThat(first).isEqualTo(second);
  }

  private static FalsePositiveTable small(TokenStream text) {
    return FalsePositiveTable.of(
        SCHEME, keys(5, 30), text, new int[] {50, 300}, new double[] {0.05});
  }

  @Test
  void peeking_spoils_the_tail_and_not_the_evalue() {
    TokenStream text = TokenStream.of(texts(new Random(6), 60, 100, null));

    PeekingTable table =
        PeekingTable.of(SCHEME, keys(7, KEYS), text, 2000, new int[] {1, 10, 100}, 0.05);

    List<PeekingTable.Row> rows = table.rows();
    assertThat(rows).extracting(PeekingTable.Row::looks).containsExactly(1, 10, 100);
    assertThat(rows.getFirst().tail().lower(0.999)).isLessThanOrEqualTo(0.05);
    assertThat(rows.getLast().tail().lower(0.999)).isGreaterThan(0.05);
    assertThat(rows)
        .allSatisfy(row -> assertThat(row.evalue().lower(0.999)).isLessThanOrEqualTo(0.05));
  }

  @Test
  void power_grows_with_the_dose() {
    GreenLists lists = SCHEME.with(WatermarkKey.of(99));
    List<long[]> marked = texts(new Random(8), 80, 60, lists);
    List<long[]> unmarked = texts(new Random(9), 80, 60, null);

    PowerTable table =
        PowerTable.of(
            lists,
            marked,
            unmarked,
            new double[] {0, 0.3, 1},
            30,
            100,
            0.01,
            new Random(10)::nextLong);

    List<ErrorRate> byEvalue = table.rows().stream().map(PowerTable.Row::evalue).toList();
    assertThat(byEvalue.get(0).rate()).isLessThanOrEqualTo(0.05);
    assertThat(byEvalue.get(1).rate()).isGreaterThan(byEvalue.get(0).rate());
    assertThat(byEvalue.get(2).rate()).isEqualTo(1);
    assertThat(table.rows().get(2).tail().rate()).isEqualTo(1);
  }

  @Test
  void refuses_text_that_is_too_short_or_not_of_this_vocabulary() {
    TokenStream text = TokenStream.of(List.of(new long[] {1, 2, 3}));
    TokenStream foreign = TokenStream.of(List.of(new long[] {1, VOCABULARY, 3}));
    List<WatermarkKey> keys = keys(11, 1);
    double[] alphas = {0.05};

    assertThatThrownBy(() -> FalsePositiveTable.of(SCHEME, keys, text, new int[] {4}, alphas))
        .hasMessageContaining("lengths must be within 1..3 but one is 4");
    assertThatThrownBy(() -> FalsePositiveTable.of(SCHEME, keys, foreign, new int[] {3}, alphas))
        .hasMessageContaining("token ids must be within 0..63 but one is 64");
    assertThatThrownBy(() -> PeekingTable.of(SCHEME, keys, text, 3, new int[] {4}, 0.05))
        .hasMessage("looks must be within 1..3 but one is 4");
    assertThatThrownBy(() ->
            PowerTable.of(
                SCHEME.with(keys.getFirst()),
                List.of(new long[] {1, 2}),
                List.of(),
                new double[] {0},
                1,
                1,
                0.05,
                () -> 0))
        .hasMessage("outputs must be within 1..0 but is 1");
  }

  @Test
  void readers_start_at_their_own_places_and_go_round() {
    TokenStream text = TokenStream.of(List.of(new long[] {1, 2}, new long[] {3, 4}));

    assertThat(text.stretch(0, 2, 3)).containsExactly(1, 2, 3);
    assertThat(text.stretch(1, 2, 3)).containsExactly(3, 4, 1);
    assertThat(text.length()).isEqualTo(4);
  }

  @Test
  void pairs_are_numbered_in_the_order_of_their_first_coming() {
    PairIndex index = new PairIndex();
    Random random = new Random(12);
    long[][] pairs =
        Stream.generate(() -> new long[] {random.nextLong() << 40, random.nextInt(50)})
            .limit(5000)
            .toArray(long[][]::new);

    for (int i = 0; i < pairs.length; i++) {
      assertThat(index.of(pairs[i][0], pairs[i][1])).isEqualTo(i);
    }

    for (int i = 0; i < pairs.length; i++) {
      assertThat(index.of(pairs[i][0], pairs[i][1])).isEqualTo(i);
    }
    assertThat(index.size()).isEqualTo(pairs.length);
  }

  private static List<WatermarkKey> keys(long seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count).mapToObj(i -> SCHEME.drawKey(random::nextLong)).toList();
  }

  /** Skewed ids; under a key, the first green one of four candidates. */
  private static List<long[]> texts(
      Random random, int count, int length, @Nullable GreenLists key) {
    return Stream.generate(() -> text(random, length, key)).limit(count).toList();
  }

  private static long[] text(Random random, int length, @Nullable GreenLists key) {
    long[] ids = new long[length];
    for (int at = 0; at < length; at++) {
      for (int attempt = 0; attempt < 4; attempt++) {
        double u = random.nextDouble();
        ids[at] = (long) (VOCABULARY * u * u * u);
        if (key == null || at == 0 || key.isGreenAt(ids, at)) {
          break;
        }
      }
    }
    return ids;
  }
}
