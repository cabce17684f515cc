package dev.stillmark.detection.watermark.kgw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class PublishedKeysTest {

  @Test
  void the_default_of_the_reference_implementations_is_public() {
    assertThat(PublishedKeys.contains(WatermarkKey.of(15_485_863))).isTrue();
  }

  @Test
  void keys_that_draw_one_list_for_every_context_are_public() {
    BigInteger modulus = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    assertThat(PublishedKeys.contains(WatermarkKey.of(0))).isTrue();
    assertThat(PublishedKeys.contains(WatermarkKey.of(modulus))).isTrue();
  }

  @Test
  void any_other_key_is_not() {
    assertThat(PublishedKeys.contains(WatermarkKey.of(15_485_864))).isFalse();
    assertThat(PublishedKeys.contains(WatermarkKey.of(-15_485_863))).isFalse();
  }
}
