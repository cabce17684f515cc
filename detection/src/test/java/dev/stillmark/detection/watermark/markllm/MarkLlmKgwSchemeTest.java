package dev.stillmark.detection.watermark.markllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarkLlmKgwSchemeTest {

  private static final MarkLlmKgwScheme LEFT = MarkLlmKgwScheme.withDefaults(4096);
  private static final MarkLlmKgwScheme SELF =
      new MarkLlmKgwScheme(4096, 0.5, FScheme.MIN, WindowScheme.SELF, 2);

  @Test
  void says_what_it_is() {
    assertThat(LEFT.label()).isEqualTo("kgw/markllm/time-left");
    assertThat(SELF.label()).isEqualTo("kgw/markllm/min-self");
    assertThat(SELF.parameters()).isEqualTo("vocabSize=4096 gamma=0.5 prefixLength=2");
    assertThat(LEFT.law()).isEqualTo(new NullLaw.GreenList(4096, 2048));
  }

  @Test
  void refuses_impossible_parameters() {
    assertThatThrownBy(() -> scheme(1, 0.5, 1)).hasMessage("vocabSize must be at least 2 but is 1");
    assertThatThrownBy(() -> scheme(10, 1, 1)).hasMessage("gamma must be within (0, 1) but is 1.0");
    assertThatThrownBy(() -> scheme(10, Double.NaN, 1)).hasMessageStartingWith("gamma must be");
    assertThatThrownBy(() -> scheme(3, 0.25, 1))
        .hasMessage("vocabSize * gamma must leave 1..V-1 green ids but leaves 0");
    assertThatThrownBy(() -> scheme(10, 0.5, 0))
        .hasMessage("prefixLength must be within 1..1024 but is 0");
  }

  @ParameterizedTest
  @EnumSource
  void passes_its_known_answer_test(FScheme fScheme) {
    new MarkLlmKgwScheme(10, 0.5, fScheme, WindowScheme.LEFT, 1).requireKnownAnswers();
  }

  @Test
  void keys_are_alike_where_both_torch_and_the_modulus_see_no_difference() {
    WatermarkKey key = WatermarkKey.of(99);
    WatermarkKey sameStream = WatermarkKey.of(99 + (1L << 32));
    MarkLlmKgwScheme odd = MarkLlmKgwScheme.withDefaults(4097);

    assertThat(LEFT.effectiveKey(sameStream)).isEqualTo(LEFT.effectiveKey(key));
    assertThat(odd.effectiveKey(sameStream)).isNotEqualTo(odd.effectiveKey(key));
    assertThat(SELF.effectiveKey(sameStream)).isEqualTo(SELF.effectiveKey(key));
  }

  @Test
  void the_default_key_is_public_and_so_is_one_that_leaves_a_single_list() {
    assertThat(LEFT.isPublished(WatermarkKey.of(15_485_863))).isTrue();
    assertThat(LEFT.isPublished(WatermarkKey.of(3 * 4096))).isTrue();
    assertThat(SELF.isPublished(WatermarkKey.of(3 * 4096))).isFalse();
    assertThat(LEFT.isPublished(WatermarkKey.of(15_485_864))).isFalse();
  }

  @Test
  void takes_every_key_and_every_token() {
    long[] tokens = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, 4096, 7};
    for (BigInteger key :
        new BigInteger[] {
          BigInteger.TWO.pow(64).subtract(BigInteger.ONE), BigInteger.valueOf(Long.MIN_VALUE)
        }) {
      var scorer = SELF.with(WatermarkKey.of(key)).scorer();

      for (int at = 2; at < tokens.length; at++) {
        assertThat(scorer.seedAt(tokens, at)).isBetween(0L, 4095L);
        assertThat(scorer.scoreAt(tokens, at)).isBetween(0L, at < 5 ? 0L : 1L);
      }
    }
  }

  @Test
  void refuses_tokens_that_have_no_place_in_the_reference() {
    MarkLlmLists lists = SELF.with(WatermarkKey.of(1));

    assertThatThrownBy(() -> lists.reference(new long[] {1, 4096, 2}, new long[0]))
        .isInstanceOf(RefusedSequence.class)
        .hasMessage("tokens before the last must be within [-4096, 4096) but number 1 is not");
    assertThat(lists.reference(new long[] {1, -4096, 4096}, new long[0]).greenTokens()).isZero();
  }

  private static MarkLlmKgwScheme scheme(int vocabularySize, double gamma, int prefixLength) {
    return new MarkLlmKgwScheme(
        vocabularySize, gamma, FScheme.TIME, WindowScheme.LEFT, prefixLength);
  }
}
