package dev.stillmark.detection.watermark.sglang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.sglang.SglangScheme.Variant;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SglangSchemeTest {

  private static final WatermarkKey ONE = WatermarkKey.of(0x2a);
  private static final WatermarkKey TWO = key("2a", "2b");
  private static final long[] IDS = {5, 6, 7, 8, 9, 10, 11};

  @Test
  void is_named_after_server_and_variant() {
    assertThat(SglangScheme.gumbel().label()).isEqualTo("gumbel/sglang/gumbel");
    assertThat(SglangScheme.dualKey().label()).isEqualTo("gumbel/sglang/dual-key");
    assertThat(SglangScheme.dualKey().parameters())
        .isEqualTo("mixingProbability=0.5 contextWindow=4 maxContexts=4096");
    assertThat(SglangScheme.dualKey().law()).isEqualTo(new NullLaw.Uniform(DrawScale.SGLANG_WORD));
  }

  @Test
  void needs_as_many_integers_as_it_has_keys_and_never_shows_them() {
    assertThatThrownBy(() -> SglangScheme.gumbel().with(TWO))
        .hasMessage("key must hold 1 integers for the variant gumbel but holds 2");
    assertThatThrownBy(() -> SglangScheme.dualKey().with(ONE))
        .hasMessage("key must hold 2 integers for the variant dual-key but holds 1");
    assertThatThrownBy(() -> SglangScheme.gumbel().with(WatermarkKey.of(-42)))
        .hasMessage("key must be within 0..2^64-1 but is negative");
    assertThat(SglangScheme.dualKey().effectiveKey(TWO).toString()).contains("hidden");
    assertThat(SglangScheme.dualKey().with(TWO).toString()).doesNotContain("43");
  }

  @Test
  void refuses_a_mixing_probability_where_there_is_one_key() {
    assertThatThrownBy(() -> new SglangScheme(Variant.GUMBEL, 0.5, 4, 4096))
        .hasMessageStartingWith("mixingProbability must be 1 for the variant gumbel");
    assertThatThrownBy(() -> new SglangScheme(Variant.DUAL_KEY, Double.NaN, 4, 4096))
        .hasMessage("mixingProbability must be within (0, 1) but is NaN");
  }

  /** Keys and contexts meet in 32 bits only: a key search is 2^32 work. */
  @ParameterizedTest
  @ValueSource(strings = {"7d92cd7600000000", "407fe3f800000001", "1d971a02deadbeef"})
  void keys_that_fold_alike_draw_alike_and_count_as_one(String twin) {
    SglangScheme scheme = SglangScheme.gumbel();
    PositionScorer known = scheme.with(key("0123456789abcdef")).scorer();

    PositionScorer other = scheme.with(key(twin)).scorer();

    assertThat(scheme.effectiveKey(key(twin)))
        .isEqualTo(scheme.effectiveKey(key("0123456789abcdef")));
    assertThat(other.scoreAt(IDS, 4)).isEqualTo(known.scoreAt(IDS, 4));
    assertThat(other.seedAt(IDS, 4)).isEqualTo(known.seedAt(IDS, 4));
  }

  @Test
  void two_keys_fold_alike_only_if_their_coin_does_too() {
    SglangScheme scheme = SglangScheme.dualKey();
    WatermarkKey key = key("0123456789abcdef", "2b");

    assertThat(scheme.effectiveKey(key("7d92cd7600000000", "2b")))
        .isEqualTo(scheme.effectiveKey(key));
    assertThat(scheme.effectiveKey(key("2b", "7d92cd7600000000")))
        .isNotEqualTo(scheme.effectiveKey(key("2b", "0123456789abcdef")));
  }

  @Test
  void the_coin_picks_the_key_that_draws() {
    PositionScorer two = SglangScheme.dualKey().with(TWO).scorer();
    PositionScorer first = SglangScheme.gumbel().with(key("2a")).scorer();
    PositionScorer second = SglangScheme.gumbel().with(key("2b")).scorer();
    long[] ids = new long[400];
    int picked = 0;
    for (int at = 4; at < ids.length; at++) {
      ids[at] = at;
      boolean isFirst = two.scoreAt(ids, at) == first.scoreAt(ids, at);
      PositionScorer drawing = isFirst ? first : second;
      picked += isFirst ? 1 : 0;

      assertThat(two.scoreAt(ids, at)).isEqualTo(drawing.scoreAt(ids, at));
      assertThat(two.seedAt(ids, at)).isEqualTo(drawing.seedAt(ids, at));
    }

    assertThat(picked).isBetween(160, 240);
  }

  @Test
  void ids_that_share_32_bits_are_one_item_with_one_score() {
    PositionScorer scorer = SglangScheme.gumbel().with(ONE).scorer();
    long[] folded = {5 + (1L << 32), 6, 7, 8 - (1L << 32), 9 + (1L << 50)};

    assertThat(scorer.seedAt(folded, 4)).isEqualTo(scorer.seedAt(IDS, 4));
    assertThat(scorer.itemAt(folded, 4)).isEqualTo(scorer.itemAt(IDS, 4));
    assertThat(scorer.scoreAt(folded, 4)).isEqualTo(scorer.scoreAt(IDS, 4));
  }

  @Test
  void draws_as_many_keys_as_it_needs() {
    BigInteger greatest = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    assertThat(SglangScheme.gumbel().drawKey(() -> -1L).words()).containsExactly(greatest);
    assertThat(SglangScheme.dualKey().drawKey(() -> -1L).words())
        .containsExactly(greatest, greatest);
    assertThat(SglangScheme.dualKey().isPublished(TWO)).isFalse();
  }

  @Test
  void passes_its_known_answer_test() {
    assertThatCode(() -> SglangScheme.gumbel().requireKnownAnswers()).doesNotThrowAnyException();
  }

  private static WatermarkKey key(String... hex) {
    return WatermarkKey.of(List.of(hex).stream().map(SglangKey::parse).toList());
  }
}
