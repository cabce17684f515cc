package dev.stillmark.detection.watermark.threebricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.ScoringMethod;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ThreeBricksSchemeTest {

  private static final WatermarkKey KEY = WatermarkKey.of(20_261_125);

  @Test
  void impossible_parameters_are_refused_by_their_names() {
    assertThatThrownBy(() -> OpenaiScheme.withDefaults(1, 1))
        .hasMessage("vocabSize must be at least 2 but is 1");
    assertThatThrownBy(() -> OpenaiScheme.withDefaults(10, 0))
        .hasMessage("ngram must be at least 1 but is 0");
    assertThatThrownBy(() -> openai(0, 10)).hasMessage("payloadMax must be within 0..9 but is 10");
    assertThatThrownBy(() -> openai(4, 3)).hasMessage("payload must be within 0..3 but is 4");
    assertThatThrownBy(() -> maryland(10, Double.NaN))
        .hasMessage("gamma must be within (0, 1) but is NaN");
    assertThatThrownBy(() -> maryland(10, 0.05))
        .hasMessage("gamma must leave 1..V-1 green ids but leaves 0");
  }

  @Test
  void labels_and_parameters_say_all_that_marks() {
    assertThat(openai(1, 3).label()).isEqualTo("gumbel/three-bricks/openai");
    assertThat(openai(1, 3).parameters())
        .isEqualTo("vocabSize=10 ngram=1 payload=1 payloadMax=3 scoringMethod=v1");
    assertThat(maryland(10, 0.5).label()).isEqualTo("kgw/three-bricks/maryland-z");
    assertThat(maryland(10, 0.5).parameters())
        .isEqualTo("vocabSize=10 ngram=1 gamma=0.5 payload=0 payloadMax=0 scoringMethod=none");
  }

  @Test
  void keys_count_modulo_two_to_the_64_less_one_and_the_default_is_published() {
    OpenaiScheme scheme = OpenaiScheme.withDefaults(10, 1);
    BigInteger modulus = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    assertThat(scheme.isPublished(WatermarkKey.of(0))).isTrue();
    assertThat(scheme.isPublished(WatermarkKey.of(modulus))).isTrue();
    assertThat(scheme.isPublished(WatermarkKey.of(42))).isFalse();
    assertThat(scheme.effectiveKey(WatermarkKey.of(-1)))
        .isEqualTo(scheme.effectiveKey(WatermarkKey.of(modulus.subtract(BigInteger.ONE))));
  }

  @Test
  void an_id_beyond_the_vocabulary_owns_the_draw_of_its_residue_but_is_never_green() {
    PositionScorer draws = OpenaiScheme.withDefaults(10, 1).with(KEY).scorer();
    PositionScorer lists = maryland(10, 0.9).with(KEY).scorer();
    long[] known = {3, 7};

    for (long foreign : new long[] {17, -3, 10_007}) {
      long[] ids = {3, foreign};
      assertThat(draws.itemAt(ids, 1)).isEqualTo(draws.itemAt(known, 1));
      assertThat(draws.scoreAt(ids, 1)).isEqualTo(draws.scoreAt(known, 1));
      assertThat(lists.scoreAt(ids, 1)).isZero();
    }
  }

  @Test
  void the_first_token_that_could_be_scored_is_not_and_without_any_there_is_no_tail() {
    ReferenceFigures none =
        OpenaiScheme.withDefaults(10, 2).with(KEY).reference(new long[] {1, 2, 3}, new long[0]);
    ReferenceFigures one =
        OpenaiScheme.withDefaults(10, 2).with(KEY).reference(new long[] {1, 2, 3, 4}, new long[0]);

    assertThat(none.n()).isZero();
    assertThat(none.p()).isNull();
    assertThat(one.n()).isEqualTo(1);
    assertThat(one.p()).isNotNull();
  }

  private static OpenaiScheme openai(int payload, int payloadMax) {
    return new OpenaiScheme(10, 1, payload, payloadMax, ScoringMethod.V1, Tail.EXACT);
  }

  private static MarylandScheme maryland(int vocabularySize, double gamma) {
    return new MarylandScheme(vocabularySize, 1, gamma, 0, 0, ScoringMethod.NONE, Tail.NORMAL);
  }
}
