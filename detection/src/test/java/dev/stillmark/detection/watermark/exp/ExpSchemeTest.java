package dev.stillmark.detection.watermark.exp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ExpSchemeTest {

  @Test
  void impossible_parameters_are_refused_by_their_names() {
    assertThatThrownBy(() -> new ExpScheme(1, 1))
        .hasMessage("vocabSize must be at least 2 but is 1");
    assertThatThrownBy(() -> new ExpScheme(9, 0))
        .hasMessage("prefixLength must be at least 1 but is 0");
    assertThatThrownBy(() -> new ExpGumbelScheme(50_257, 1))
        .hasMessage("vocabSize must leave prefixLength * vocabSize^2 within 2097152 but is 50257");
    assertThatThrownBy(() -> new PfScheme(9, 0)).hasMessage("ngram must be at least 1 but is 0");
  }

  @Test
  void a_key_of_exp_must_leave_every_seed_to_torch() {
    ExpScheme scheme = new ExpScheme(50_257, 4);
    BigInteger greatest =
        BigInteger.TWO.pow(64).subtract(BigInteger.ONE).divide(BigInteger.valueOf(50_256));

    assertThat(scheme.with(WatermarkKey.of(greatest))).isNotNull();
    assertThatThrownBy(() -> scheme.with(WatermarkKey.of(greatest.add(BigInteger.ONE))))
        .hasMessageStartingWith("key must leave key * (vocabSize - 1) within")
        .hasMessageNotContaining(greatest.toString());
  }

  @Test
  void default_keys_are_published() {
    assertThat(new ExpScheme(9, 1).isPublished(WatermarkKey.of(15_485_863))).isTrue();
    assertThat(new ExpScheme(9, 1).isPublished(WatermarkKey.of(1L << 32))).isTrue();
    assertThat(new ExpGumbelScheme(9, 1).isPublished(WatermarkKey.of(42))).isTrue();
    assertThat(new PfScheme(9, 1).isPublished(WatermarkKey.of(0))).isTrue();
  }
}
