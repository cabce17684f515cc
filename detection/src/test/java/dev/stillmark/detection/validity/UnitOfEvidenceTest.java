package dev.stillmark.detection.validity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.GoldenFile;
import dev.stillmark.detection.validity.FalsePositiveTable.ByUnit;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.detection.watermark.kgw.KgwScheme;
import dev.stillmark.detection.watermark.lmwatermarking.LmWatermarkingScheme;
import dev.stillmark.detection.watermark.lmwatermarking.SeedingScheme;
import dev.stillmark.detection.watermark.vllm.VllmScheme;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clean text under wrong keys: where a seed is a minimum over its context, many distinct windows
 * are one draw, and a test that scores each of them accuses without cause.
 */
class UnitOfEvidenceTest {

  private static final int VOCABULARY = 1024;
  private static final int GPT2_VOCABULARY = 50_257;
  private static final int KEYS = 100;
  private static final int KEY_SEED = 1;
  private static final int TEXT_SEED = 2;

  /** What z > 4 comes to where z is standard normal. */
  private static final double NOMINAL = 3.2e-5;

  /** That of fresh draws is 1 ± 0.07 over 100 keys, ± 0.1 over 50. */
  private static final double LARGEST_DEVIATION_OF_DRAWS = 1.3;

  private static final double LEAST_DEVIATION_OF_WINDOWS = 1.7;

  static Stream<WatermarkScheme> seededFromAMinimum() {
    return Stream.of(
        lmWatermarking(VOCABULARY, "minhash"),
        lmWatermarking(VOCABULARY, "selfhash"),
        transformers(VOCABULARY, KgwScheme.Seeding.SELFHASH, 4));
  }

  static Stream<WatermarkScheme> seededFromTheWholeContext() {
    return Stream.of(
        lmWatermarking(VOCABULARY, "lefthash"),
        transformers(VOCABULARY, KgwScheme.Seeding.LEFTHASH, 1));
  }

  static Stream<WatermarkScheme> selfhashOverGpt2Ids() {
    return Stream.of(
        lmWatermarking(GPT2_VOCABULARY, "selfhash"),
        transformers(GPT2_VOCABULARY, KgwScheme.Seeding.SELFHASH, 4));
  }

  @ParameterizedTest
  @MethodSource("seededFromAMinimum")
  void windows_are_no_fresh_draws_where_a_minimum_seeds(WatermarkScheme scheme) {
    FalsePositiveTable.Row row = row(scheme, generatedText(), KEYS, 8000);

    assertStray(row.windows(), description(scheme));
    assertFresh(row.draws(), description(scheme));
  }

  @ParameterizedTest
  @MethodSource("seededFromTheWholeContext")
  void windows_are_draws_where_the_whole_context_seeds(WatermarkScheme scheme) {
    FalsePositiveTable.Row row = row(scheme, generatedText(), KEYS, 8000);

    assertThat(row.windows()).as(description(scheme)).isEqualTo(row.draws());
    assertFresh(row.draws(), description(scheme));
  }

  /** Behind the four padded positions the text is one window again and again. */
  @Test
  void a_padded_window_is_one_of_its_own() {
    TokenStream text = TokenStream.of(List.of(new long[] {7, 7, 7, 7, 7, 7, 7, 7, 7, 7}));

    FalsePositiveTable.Row row = row(VllmScheme.gumbel(), text, 1, 10);

    assertThat(row.positions().units()).isEqualTo(10);
    assertThat(row.windows().units()).isEqualTo(5);
    assertThat(row.draws().units()).isEqualTo(5);
  }

  @Tag("shared-data")
  @ParameterizedTest
  @MethodSource("selfhashOverGpt2Ids")
  void windows_of_real_answers_are_no_fresh_draws_either(WatermarkScheme scheme) {
    FalsePositiveTable.Row row = row(scheme, realText(), 50, 2000);

    assertStray(row.windows(), description(scheme));
    assertFresh(row.draws(), description(scheme));
  }

  private static void assertStray(ByUnit windows, String description) {
    assertThat(windows.deviation()).as(description).isGreaterThan(LEAST_DEVIATION_OF_WINDOWS);
    assertThat(windows.alarms().lower(0.999)).as(description).isGreaterThan(NOMINAL);
  }

  private static void assertFresh(ByUnit draws, String description) {
    assertThat(draws.deviation()).as(description).isLessThan(LARGEST_DEVIATION_OF_DRAWS);
    assertThat(draws.alarms().events()).as(description).isZero();
  }

  private static String description(WatermarkScheme scheme) {
    return "%s, keys from seed %d, generated text from seed %d"
        .formatted(scheme.label(), KEY_SEED, TEXT_SEED);
  }

  private static FalsePositiveTable.Row row(
      WatermarkScheme scheme, TokenStream text, int keys, int tokens) {
    Random random = new Random(KEY_SEED);
    List<WatermarkKey> wrong =
        Stream.generate(() -> scheme.drawKey(random::nextLong)).limit(keys).toList();
    return FalsePositiveTable.of(scheme, wrong, text, new int[] {tokens}, new double[] {0.01})
        .rows()
        .getFirst();
  }

  private static LmWatermarkingScheme lmWatermarking(int vocabulary, String seedingScheme) {
    return new LmWatermarkingScheme(
        vocabulary, 0.25, SeedingScheme.named(seedingScheme), true, true, List.of(), null);
  }

  private static KgwScheme transformers(int vocabulary, KgwScheme.Seeding seeding, int width) {
    return new KgwScheme(vocabulary, 0.25, seeding, width, false, null, 5);
  }

  /**
   * Tokens whose frequencies fall as 1/rank, and which half the time are followed by one of the few
   * that are usual behind them, as words are in a language.
   */
  private static TokenStream generatedText() {
    Random random = new Random(TEXT_SEED);
    long[] ids = new long[100_000];
    for (int at = 1; at < ids.length; at++) {
      ids[at] =
          random.nextBoolean()
              ? zipf(random)
              : zipf(new Random(4 * ids[at - 1] + random.nextInt(4)));
    }
    return TokenStream.of(List.of(ids));
  }

  /** By inversion of the logarithmic law, ln(rank) being uniform. */
  private static long zipf(Random random) {
    return (long) StrictMath.pow(VOCABULARY, random.nextDouble()) - 1;
  }

  private static TokenStream realText() {
    return TokenStream.of(
        GoldenFile.shared("sequences.jsonl.gz").stream()
            .filter(row -> row.path("src").asText().equals("real"))
            .map(row -> StreamSupport.stream(row.get("ids").spliterator(), false))
            .map(ids -> ids.mapToLong(JsonNode::asLong).toArray())
            .toList());
  }
}
