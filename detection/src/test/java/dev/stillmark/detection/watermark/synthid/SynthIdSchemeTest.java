package dev.stillmark.detection.watermark.synthid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.synthid.SynthIdScheme.Mode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SynthIdSchemeTest {

  private static final SynthIdScheme THREE = Schemes.of(Schemes.TABLE, 3, 5);

  @Test
  void its_law_has_the_mean_of_its_own_table() {
    assertThat(THREE.law()).isEqualTo(new NullLaw.Bits(3, 32_743, 65_536));
    assertThat(Schemes.of(Schemes.SHIFTED, 30, 5).law()).isEqualTo(new NullLaw.Bits(30, 1, 2));
  }

  @Test
  void says_scheme_dialect_and_variant() {
    BayesianScore bayesian = new BayesianScore(List.of(-2.0), List.of(List.of(0.0)), 0.3);

    assertThat(THREE.label()).isEqualTo("synthid/transformers/mean");
    assertThat(withScore(Schemes.SHIFTED, new WeightedMeanScore()).label())
        .isEqualTo("synthid/deepmind-2025/weighted-mean");
    assertThat(withScore(Schemes.TABLE, bayesian).label())
        .isEqualTo("synthid/transformers/bayesian");
  }

  @Test
  void binds_every_parameter() {
    assertThat(THREE.parameters())
        .isEqualTo(
            "depth=3 ngramLength=5 contextHistorySize=1024 eosTokenId=null"
                + " watermarkMode=non-distortionary vocabSize=null"
                + " samplingTableSize=65536 samplingTableSeed=0");
    assertThat(Schemes.of(Schemes.SHIFTED, 2, 3).parameters())
        .isEqualTo(
            "depth=2 ngramLength=3 contextHistorySize=1024 eosTokenId=null"
                + " watermarkMode=non-distortionary vocabSize=null");
  }

  @Test
  void every_posterior_binds_its_own_weights() {
    BayesianScore one = new BayesianScore(List.of(-2.0), List.of(List.of(0.0)), 0.3);
    BayesianScore other = new BayesianScore(List.of(-2.5), List.of(List.of(0.0)), 0.3);

    assertThat(withScore(Schemes.TABLE, one).parameters())
        .contains(" prior=0.3 weights=")
        .isNotEqualTo(withScore(Schemes.TABLE, other).parameters());
  }

  @Test
  void refuses_impossible_parameters() {
    assertThatThrownBy(() -> Schemes.of(Schemes.TABLE, 57, 5))
        .hasMessage("keys must hold 1..56 integers but holds 57");
    assertThatThrownBy(() -> Schemes.of(Schemes.TABLE, 9, 1))
        .hasMessage("ngramLength must be at least 2 but is 1");
    assertThatThrownBy(() -> scheme(0, new MeanScore(), null))
        .hasMessage("contextHistorySize must be at least 1 but is 0");
    assertThatThrownBy(() -> scheme(1, new MeanScore(), 1))
        .hasMessage("vocabSize must be at least 2 but is 1");
    assertThatThrownBy(() -> scheme(1, new BayesianScore(List.of(), List.of(), 0.5), null))
        .hasMessage("beta must hold 1 numbers but holds 0");
    assertThatThrownBy(() -> new BayesianScore(List.of(1.0), List.of(List.of()), 0.5))
        .hasMessage("delta must be a square of beta's size 1 but has 1 rows of [0]");
    assertThatThrownBy(() -> new BayesianScore(List.of(), List.of(), 1.5))
        .hasMessage("prior must be within [0, 1] but is 1.5");
    assertThatThrownBy(() -> SamplingTable.draw(1, 0))
        .hasMessage("samplingTableSize must be within 2..8388608 but is 1");
  }

  @Test
  void refuses_keys_of_another_form_without_showing_them() {
    BigInteger tooLarge = BigInteger.ONE.shiftLeft(63);

    assertThatThrownBy(() -> THREE.with(Schemes.key(123_456, 2)))
        .hasMessage("key must hold 3 integers but holds 2");
    assertThatThrownBy(
            () -> THREE.with(WatermarkKey.of(List.of(BigInteger.ONE, BigInteger.TWO, tooLarge))))
        .hasMessage("key must hold integers below 2^63 but one has 64 bits");
  }

  @Test
  void keys_that_turn_the_table_alike_are_one_key() {
    SynthIdScheme odd = Schemes.of(Schemes.table(1000, 1), 3, 5);
    WatermarkKey one = Schemes.key(1, 2, 3);
    WatermarkKey other = Schemes.key(1 + (5L << 16), 2 - (1L << 40), 3);

    assertThat(THREE.effectiveKey(one)).isEqualTo(THREE.effectiveKey(other));
    assertThat(odd.effectiveKey(one)).isNotEqualTo(odd.effectiveKey(other));
    long[] ids = Schemes.randomIds(new Random(3), 50, 1000);
    assertThat(Schemes.count(THREE.with(one), ids).windowBits())
        .isEqualTo(Schemes.count(THREE.with(other), ids).windowBits());
  }

  @Test
  void draws_as_many_keys_as_it_has_layers() {
    WatermarkKey drawn = THREE.drawKey(new Random(4)::nextLong);

    assertThat(drawn.words())
        .hasSize(3)
        .doesNotHaveDuplicates()
        .allMatch(word -> word.signum() > 0);
  }

  @Test
  void knows_the_example_keys_and_their_beginnings() {
    long[] nine = Arrays.copyOf(PublishedKeys.EXAMPLE, 9);
    SynthIdScheme scheme = Schemes.of(Schemes.TABLE, 9, 5);

    assertThat(scheme.isPublished(Schemes.key(nine))).isTrue();
    nine[8]++;
    assertThat(scheme.isPublished(Schemes.key(nine))).isFalse();
    assertThat(Schemes.of(Schemes.SHIFTED, 30, 5).isPublished(Schemes.key(PublishedKeys.EXAMPLE)))
        .isTrue();
  }

  @Test
  void passes_its_known_answer_tests() {
    assertThatCode(THREE::requireKnownAnswers).doesNotThrowAnyException();
    assertThatCode(Schemes.of(Schemes.SHIFTED, 3, 5)::requireKnownAnswers)
        .doesNotThrowAnyException();
  }

  private static SynthIdScheme withScore(SynthIdDialect dialect, ReferenceScore score) {
    return new SynthIdScheme(dialect, 1, 5, 1024, null, Mode.NON_DISTORTIONARY, score, null);
  }

  private static SynthIdScheme scheme(int history, ReferenceScore score, Integer vocabulary) {
    return new SynthIdScheme(
        Schemes.TABLE, 1, 5, history, null, Mode.NON_DISTORTIONARY, score, vocabulary);
  }
}
