package dev.stillmark.detection.watermark.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.vllm.VllmScheme.Variant;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VllmSchemeTest {

  private static final WatermarkKey KEY = WatermarkKey.of(20_261_125);

  @Test
  void is_named_after_server_and_variant() {
    assertThat(VllmScheme.gumbel().label()).isEqualTo("gumbel/vllm/gumbel");
    assertThat(VllmScheme.dualKey(0.1).label()).isEqualTo("gumbel/vllm/dual-key");
    assertThat(VllmScheme.dualKey(0.1).parameters())
        .isEqualTo("alpha=0.1 contextWidth=4 deduplicateContexts=true pValueThreshold=0.01");
  }

  @Test
  void one_key_draws_one_uniform_and_two_keys_two() {
    assertThat(VllmScheme.gumbel().law()).isEqualTo(new NullLaw.Uniform(DrawScale.VLLM_FLOAT));
    assertThat(VllmScheme.dualKey(0.2).law())
        .isEqualTo(new NullLaw.TwoUniforms(DrawScale.VLLM_FLOAT, 0.2));
  }

  @ParameterizedTest
  @CsvSource({"0.30.0, 0.2", "0.31, 0.2", "0.31.1, 0.2", "0.32.0, 0.1", "0.33.0, 0.1"})
  void the_default_alpha_follows_the_version(String version, double alpha) {
    assertThat(VllmScheme.defaultAlpha(version)).isEqualTo(alpha);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.29.0", "0.34.0", "1.30.0", "0.3", "", "0.30.0rc1", "0.99999"})
  void refuses_a_version_without_a_known_watermark(String version) {
    assertThatThrownBy(() -> VllmScheme.defaultAlpha(version))
        .hasMessage("vllmVersion must be within 0.30..0.33 but is " + version);
  }

  @Test
  void refuses_an_alpha_where_there_is_one_key() {
    assertThatThrownBy(() -> new VllmScheme(Variant.GUMBEL, 0.1, 4, true, 0.01))
        .hasMessageStartingWith("alpha must be 0 for the variant gumbel")
        .hasMessageEndingWith("but is 0.1");
  }

  @Test
  void an_alpha_of_minus_zero_is_zero() {
    assertThat(VllmScheme.dualKey(-0.0)).isEqualTo(VllmScheme.dualKey(0));
  }

  @Test
  void takes_every_key_of_64_bits_and_never_shows_it() {
    BigInteger greatest = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    KeyedScheme keyed = VllmScheme.gumbel().with(WatermarkKey.of(greatest));

    assertThat(keyed.toString()).doesNotContain(greatest.toString()).doesNotContain("ffff");
    assertThat(new VllmKey(-1).toString()).isEqualTo("VllmKey[hidden]");
    assertThatThrownBy(() -> VllmScheme.gumbel().with(WatermarkKey.of(-77)))
        .hasMessageStartingWith("key must be within 0..2^64-1")
        .hasMessageNotContaining("77");
    assertThatThrownBy(() -> VllmScheme.gumbel().with(WatermarkKey.of(twice(BigInteger.TWO))))
        .hasMessageStartingWith("key must be a single integer");
  }

  private static List<BigInteger> twice(BigInteger word) {
    return List.of(word, word);
  }

  @Test
  void draws_keys_over_all_64_bits() {
    assertThat(VllmScheme.gumbel().drawKey(() -> -1L).value().bitLength()).isEqualTo(64);
    assertThat(VllmScheme.gumbel().drawKey(() -> 5L)).isEqualTo(WatermarkKey.of(5));
  }

  @Test
  void every_bit_of_a_key_counts() {
    VllmScheme scheme = VllmScheme.dualKey(0.1);

    assertThat(scheme.effectiveKey(WatermarkKey.of(1)))
        .isEqualTo(scheme.effectiveKey(WatermarkKey.of(1)))
        .isNotEqualTo(scheme.effectiveKey(WatermarkKey.of(1L + (1L << 32))));
    assertThat(scheme.isPublished(WatermarkKey.of(1))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void every_position_is_scored_from_a_padded_context(Variant variant) {
    PositionScorer scorer = scheme(variant).with(KEY).scorer();
    long[] padded = {-1, -1, -1, -1, 7, 8};

    for (int at = 0; at < 2; at++) {
      long[] ids = {7, 8};

      assertThat(scorer.seedAt(ids, at)).isEqualTo(scorer.seedAt(padded, at + 4));
      assertThat(scorer.scoreAt(ids, at)).isEqualTo(scorer.scoreAt(padded, at + 4));
    }
    assertThat(scheme(variant).with(KEY).firstPosition()).isZero();
  }

  /** The function masks ids to 32 bits: what it cannot tell apart must not count twice. */
  @ParameterizedTest
  @EnumSource
  void ids_that_share_32_bits_are_one_item_with_one_score(Variant variant) {
    PositionScorer scorer = scheme(variant).with(KEY).scorer();
    long[] ids = {1, 2, 3, 4, 5};
    long[] folded = {1 + (1L << 32), 2 - (1L << 32), 3 + (1L << 40), 4, 5 + (7L << 32)};

    assertThat(scorer.seedAt(folded, 4)).isEqualTo(scorer.seedAt(ids, 4));
    assertThat(scorer.itemAt(folded, 4)).isEqualTo(scorer.itemAt(ids, 4));
    assertThat(scorer.scoreAt(folded, 4)).isEqualTo(scorer.scoreAt(ids, 4));
  }

  @ParameterizedTest
  @EnumSource
  void padding_and_the_id_of_32_ones_are_one_context_that_the_reference_counts_twice(
      Variant variant) {
    VllmScheme scheme = new VllmScheme(variant, 0, 1, true, 0.01);
    long[] ids = {7, 0xFFFF_FFFFL, 7};
    PositionScorer scorer = scheme.with(KEY).scorer();

    assertThat(scorer.seedAt(ids, 2)).isEqualTo(scorer.seedAt(ids, 0));
    assertThat(scorer.scoreAt(ids, 2)).isEqualTo(scorer.scoreAt(ids, 0));
    assertThat(scheme.with(KEY).reference(ids, new long[0]).n()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void another_context_or_width_has_another_seed(Variant variant) {
    PositionScorer scorer = scheme(variant).with(KEY).scorer();
    Random random = new Random(5);
    long[] ids = random.longs(20_000, 0, 50_000).toArray();

    long seeds =
        java.util.stream.IntStream.range(0, ids.length)
            .mapToLong(at -> scorer.seedAt(ids, at))
            .distinct()
            .count();

    assertThat(seeds).as("seed 5").isEqualTo(ids.length);
  }

  @Test
  void passes_its_known_answer_test() {
    assertThatCode(() -> VllmScheme.gumbel().requireKnownAnswers()).doesNotThrowAnyException();
  }

  private static VllmScheme scheme(Variant variant) {
    return new VllmScheme(variant, variant == Variant.GUMBEL ? 0 : 0.1, 4, true, 0.01);
  }
}
