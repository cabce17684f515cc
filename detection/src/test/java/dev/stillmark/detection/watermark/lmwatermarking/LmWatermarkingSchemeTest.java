package dev.stillmark.detection.watermark.lmwatermarking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LmWatermarkingSchemeTest {

  private static final int V = 50_257;
  private static final BigInteger TOO_LARGE = BigInteger.TWO.pow(63);

  @Test
  void says_what_it_is() {
    LmWatermarkingScheme scheme = LmWatermarkingScheme.withDefaults(V);

    assertThat(scheme.label()).isEqualTo("kgw/lm-watermarking/anchored_minhash_prf");
    assertThat(scheme.parameters())
        .isEqualTo(
            "vocabSize=50257 gamma=0.25 contextWidth=4 selfSalt=true selectGreenTokens=true"
                + " bosTokenId=null ignoreRepeatedNgrams=true windowSizes=[]");
    assertThat(scheme.law()).isEqualTo(new NullLaw.GreenList(V, 12_564));
    assertThat(scheme.contextWidth()).isEqualTo(4);
    assertThat(scheme.seedingContext()).isEqualTo(3);
    assertThat(named("lefthash").seedingContext()).isEqualTo(1);
  }

  @Test
  void names_are_those_of_the_reference() {
    assertThat(SeedingScheme.named("algorithm-3")).isEqualTo(SeedingScheme.named("selfhash"));
    assertThat(SeedingScheme.named("simple_1")).isEqualTo(SeedingScheme.named("lefthash"));
    assertThat(SeedingScheme.named("skipgram"))
        .isEqualTo(new SeedingScheme(Prf.SKIPGRAM, 5, false));
    assertThat(SeedingScheme.named("ff-noncomm_prf-3-True-77"))
        .isEqualTo(new SeedingScheme(Prf.NONCOMM, 3, true));
    assertThat(SeedingScheme.keyIn("ff-noncomm_prf-3-True-77")).contains(BigInteger.valueOf(77));
    assertThat(SeedingScheme.keyIn("ff-noncomm_prf-3-True")).isEmpty();
    assertThat(SeedingScheme.keyIn("lefthash")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "LEFTHASH", "ff-additive_prf-4", "ff-additive_prf-x-True"})
  void refuses_a_name_that_is_none(String name) {
    assertThatThrownBy(() -> SeedingScheme.named(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("seedingScheme must be simple_1,");
  }

  @Test
  void refuses_impossible_parameters() {
    assertThatThrownBy(() -> SeedingScheme.named("ff-nothing_prf-4-True"))
        .hasMessageStartingWith("seedingScheme must name one of additive_prf, ")
        .hasMessageEndingWith("but names nothing_prf");
    assertThatThrownBy(() -> SeedingScheme.named("ff-additive_prf-0-True"))
        .hasMessage("contextWidth must be within 1..1024 but is 0");
    assertThatThrownBy(() -> SeedingScheme.named("ff-minskipgram_prf-1-True"))
        .hasMessage("contextWidth must be within 2..1024 but is 1");
    assertThatThrownBy(() -> scheme(1, 0.25, List.of()))
        .hasMessage("vocabSize must be at least 2 but is 1");
    assertThatThrownBy(() -> scheme(10, 0, List.of()))
        .hasMessage("gamma must be within (0, 1) but is 0.0");
    assertThatThrownBy(() -> scheme(3, 0.25, List.of()))
        .hasMessage("vocabSize * gamma must leave 1..V-1 green ids but leaves 0");
    assertThatThrownBy(() -> scheme(10, 0.25, List.of(5, 0)))
        .hasMessage("windowSizes must be at least 1 but are [5, 0]");
  }

  @ParameterizedTest
  @EnumSource
  void passes_its_known_answer_test(Prf prf) {
    int width = prf == Prf.ORIGINAL ? 1 : 4;

    of(new SeedingScheme(prf, width, false)).requireKnownAnswers();
  }

  @ParameterizedTest
  @ValueSource(strings = {"selfhash", "minhash", "ff-position_prf-3-False"})
  void refuses_a_key_that_torch_cannot_multiply_and_does_not_show_it(String name) {
    assertThatThrownBy(() -> named(name).with(WatermarkKey.of(TOO_LARGE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("key must be within [-2^63, 2^63-1] under this seedingScheme but is larger");
  }

  @Test
  void keys_are_alike_where_they_draw_the_same_lists() {
    WatermarkKey small = WatermarkKey.of(15_485_863L + 1_000_003);
    WatermarkKey sameHalf = WatermarkKey.of(15_485_863L + (1L << 32));
    long[] tokens = {1, 2, 3, 4, 5, 6, 7, 8};

    assertThat(named("minhash").isPublished(small)).isTrue();
    assertThat(seeds("minhash", small, tokens))
        .isEqualTo(seeds("minhash", WatermarkKey.of(15_485_863), tokens));
    assertThat(named("lefthash").isPublished(sameHalf)).isTrue();
    assertThat(seeds("lefthash", sameHalf, tokens))
        .isEqualTo(seeds("lefthash", WatermarkKey.of(15_485_863), tokens));
    assertThat(named("selfhash").isPublished(sameHalf)).isFalse();
    assertThat(named("minhash").isPublished(WatermarkKey.of(1_299_709))).isFalse();
  }

  @Test
  void the_original_processor_refuses_a_product_that_is_no_seed() {
    LmWatermarkingLists lists = named("original").with(WatermarkKey.of(TOO_LARGE));

    assertThat(lists.reference(new long[] {1, 2}, new long[0]).n()).isEqualTo(1);
    assertThatThrownBy(() -> lists.reference(new long[] {2, 1}, new long[0]))
        .isInstanceOf(RefusedSequence.class)
        .hasMessage("key times token must be within [-2^63, 2^64-1] but has 65 bits");
  }

  @Test
  void any_integer_can_stand_in_a_text() {
    long[] tokens = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, V, 0, 7};
    for (Prf prf : Prf.values()) {
      SeedingScheme seeding = new SeedingScheme(prf, prf == Prf.ORIGINAL ? 1 : 2, false);
      PositionScorer scorer = of(seeding).with(WatermarkKey.of(-5)).scorer();

      for (int at = 2; at < tokens.length; at++) {
        assertThat(scorer.seedAt(tokens, at)).isBetween(0L, 0xffffffffL);
        assertThat(scorer.scoreAt(tokens, at)).isBetween(0L, at < 5 ? 0L : 1L);
      }
    }
  }

  private static List<Long> seeds(String name, WatermarkKey key, long[] tokens) {
    PositionScorer scorer = named(name).with(key).scorer();
    return IntStream.range(4, tokens.length).mapToObj(at -> scorer.seedAt(tokens, at)).toList();
  }

  private static LmWatermarkingScheme named(String name) {
    return of(SeedingScheme.named(name));
  }

  private static LmWatermarkingScheme of(SeedingScheme seedingScheme) {
    return new LmWatermarkingScheme(V, 0.25, seedingScheme, true, true, List.of(), null);
  }

  private static LmWatermarkingScheme scheme(int size, double gamma, List<Integer> windowSizes) {
    return new LmWatermarkingScheme(
        size, gamma, SeedingScheme.SELFHASH, true, true, windowSizes, null);
  }
}
