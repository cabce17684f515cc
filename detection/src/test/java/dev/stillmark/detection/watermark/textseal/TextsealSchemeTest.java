package dev.stillmark.detection.watermark.textseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ScoringMethod;
import dev.stillmark.detection.watermark.WatermarkKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsealSchemeTest {

  private static final WatermarkKey KEY = WatermarkKey.of(20_261_125);

  @Test
  void impossible_parameters_are_refused_by_their_names() {
    assertThatThrownBy(() -> scheme(11, 0.5, 30))
        .hasMessage("ngram must be within 1..10 but is 11");
    assertThatThrownBy(() -> scheme(1, 1, 30)).hasMessage("gamma must be within (0, 1) but is 1.0");
    assertThatThrownBy(() -> scheme(1, 0.99999999, 30))
        .hasMessage("gamma must leave 1..8190 green levels but leaves 8191");
    assertThatThrownBy(() -> scheme(1, 0.5, 57)).hasMessage("depth must be within 1..56 but is 57");
  }

  @Test
  void the_law_states_the_levels_below_gamma() {
    assertThat(TextsealScheme.withDefaults(Method.GREENLIST, 1).law())
        .isEqualTo(new NullLaw.Coin(4096, 8191));
    assertThat(scheme(1, 0.25, 7).law()).isEqualTo(new NullLaw.Bits(7, 2048, 8191));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.1, 0.25, 1 / 3.0, 0.5, 0.9, 4095.0 / 8191, 0.9999})
  void levels_below_gamma_equal_their_count(double gamma) {
    int count = 0;
    for (int level = 0; level < 8191; level++) {
      count += level / 8191f < (float) gamma ? 1 : 0;
    }

    assertThat(LevelHash.levelsBelow(gamma)).isEqualTo(count);
  }

  @Test
  void a_layer_has_the_bit_of_the_id_so_much_higher() {
    PositionScorer layers = scheme(2, 0.5, 30).with(KEY).scorer();
    PositionScorer bits =
        new TextsealScheme(Method.GREENLIST, 2, 0.5, 30, ScoringMethod.V2).with(KEY).scorer();
    long[] ids = {5, 6, 7};

    for (int layer = 0; layer < 30; layer++) {
      long bit = bits.scoreAt(new long[] {5, 6, 7 + layer}, 2);
      assertThat(layers.scoreAt(ids, 2) >>> layer & 1).as("%d", layer).isEqualTo(bit);
    }
    assertThat(layers.seedAt(ids, 2)).isEqualTo(layers.seedAt(new long[] {5, 6, 99}, 2));
  }

  @Test
  void the_default_keys_are_published() {
    TextsealScheme scheme = TextsealScheme.withDefaults(Method.GUMBELMAX, 1);

    assertThat(scheme.isPublished(WatermarkKey.of(42))).isTrue();
    assertThat(scheme.isPublished(WatermarkKey.of(12_387))).isTrue();
    assertThat(scheme.label()).isEqualTo("textseal/gumbelmax");
    assertThat(scheme.parameters()).isEqualTo("ngram=1 gamma=0.5 depth=30 scoringMethod=v2");
  }

  private static TextsealScheme scheme(int ngram, double gamma, int depth) {
    return new TextsealScheme(Method.SYNTHID, ngram, gamma, depth, ScoringMethod.V2);
  }
}
