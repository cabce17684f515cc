package dev.stillmark.detection.watermark.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditSchemeTest {

  private static final WatermarkKey KEY = WatermarkKey.of(987_654_321);

  static Stream<EditScheme> schemes() {
    return Stream.of(new ExpEditScheme(100, 8, 0), new ItsEditScheme(100, 8, 1));
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void knows_its_answers(EditScheme scheme) {
    assertThatCode(scheme::requireKnownAnswers).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void refuses_an_id_outside_the_vocabulary(EditScheme scheme) {
    assertThatThrownBy(() -> scheme.detect(KEY, new long[] {1, 100}, 1, 0))
        .isInstanceOf(RefusedSequence.class)
        .hasMessage("ids must be within 0..99 but the one at 1 is not");
    assertThatThrownBy(() -> scheme.detect(KEY, new long[] {-1}, 1, 0))
        .isInstanceOf(RefusedSequence.class);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void refuses_runs_and_seeds_that_the_reference_cannot_make(EditScheme scheme) {
    assertThatThrownBy(() -> scheme.detect(KEY, new long[] {1}, 0, 0))
        .hasMessage("nullRuns must be within 1..1000000 but is 0");
    assertThatThrownBy(() -> scheme.detect(KEY, new long[] {1}, 1, -1))
        .hasMessage("nullSeed must be within 0..4294967295 but is -1");
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void an_empty_text_is_no_evidence(EditScheme scheme) {
    assertThat(scheme.detect(KEY, new long[0], 5, 0).p()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void the_references_default_key_is_public(EditScheme scheme) {
    assertThat(scheme.isPublished(WatermarkKey.of(42))).isTrue();
    assertThat(scheme.isPublished(KEY)).isFalse();
  }

  @Test
  void the_seed_that_markllm_draws_under_its_default_key_is_public() {
    EditScheme its = new ItsEditScheme(100, 8, 1);

    assertThat(its.isPublished(WatermarkKey.of(3_421_126_067L))).isTrue();
    assertThat(its.isPublished(WatermarkKey.of((1L << 32) + 42))).isTrue();
  }

  @Test
  void refuses_a_key_that_the_reference_would_not_keep_to_32_bits() {
    WatermarkKey key = WatermarkKey.of(BigInteger.ONE.shiftLeft(32));

    assertThatThrownBy(() -> new ExpEditScheme(100, 8, 0).detect(key, new long[0], 1, 0))
        .hasMessage("key must be within [0, 2^32-1] but has 33 bits");
  }

  @Test
  void refuses_parameters_out_of_bounds() {
    assertThatThrownBy(() -> new ExpEditScheme(1, 8, 0))
        .hasMessage("vocabSize must be within 2..1000000 but is 1");
    assertThatThrownBy(() -> new ItsEditScheme(100, 0, 0))
        .hasMessage("n must be within 1..10000 but is 0");
    assertThatThrownBy(() -> new ExpEditScheme(100, 8, -0.5))
        .hasMessage("gamma must be within [0, 1000] but is -0.5");
  }

  @Test
  void names_what_it_is() {
    assertThat(schemes().map(EditScheme::label))
        .containsExactly("exp-edit/kuditipudi", "its-edit/kuditipudi");
    assertThat(ExpEditScheme.withDefaults(50_257).parameters())
        .isEqualTo("vocabSize=50257 n=256 gamma=0.0");
    assertThat(ItsEditScheme.withDefaults(50_257).parameters())
        .isEqualTo("vocabSize=50257 n=256 gamma=1.0");
  }
}
