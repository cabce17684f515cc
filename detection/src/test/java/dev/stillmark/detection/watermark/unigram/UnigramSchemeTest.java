package dev.stillmark.detection.watermark.unigram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PackedKeys;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.unigram.UnigramScheme.Dialect;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UnigramSchemeTest {

  private static final UnigramScheme SCHEME =
      UnigramScheme.withDefaults(Dialect.UNIGRAM_REPO, 1000);

  @Test
  void refuses_parameters_that_leave_no_list() {
    assertThatThrownBy(() -> new UnigramScheme(Dialect.MARKLLM, 1, 0.5))
        .hasMessage("vocabSize must be within 2..1000000 but is 1");
    assertThatThrownBy(() -> new UnigramScheme(Dialect.MARKLLM, 1_000_001, 0.5))
        .hasMessage("vocabSize must be within 2..1000000 but is 1000001");
    assertThatThrownBy(() -> new UnigramScheme(Dialect.MARKLLM, 10, Double.NaN))
        .hasMessage("fraction must be within (0, 1) but is NaN");
    assertThatThrownBy(() -> new UnigramScheme(Dialect.MARKLLM, 10, 0.01))
        .hasMessage("vocabSize * fraction must leave 1..V-1 green ids but leaves 0");
  }

  @Test
  void refuses_a_key_beyond_int64_without_showing_it() {
    WatermarkKey key = WatermarkKey.of(BigInteger.ONE.shiftLeft(63));

    assertThatThrownBy(() -> SCHEME.with(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("key must be within [-2^63, 2^63-1] but has 64 bits");
  }

  @Test
  void names_its_dialect() {
    assertThat(SCHEME.label()).isEqualTo("unigram/unigram-repo");
    assertThat(UnigramScheme.withDefaults(Dialect.MARKLLM, 10).label())
        .isEqualTo("unigram/markllm");
  }

  @Test
  void the_references_default_keys_are_public() {
    assertThat(SCHEME.isPublished(WatermarkKey.of(0))).isTrue();
    assertThat(SCHEME.isPublished(WatermarkKey.of(15_485_863))).isTrue();
    assertThat(SCHEME.isPublished(WatermarkKey.of(1))).isFalse();
  }

  @Test
  void knows_its_answers() {
    assertThatCode(SCHEME::requireKnownAnswers).doesNotThrowAnyException();
  }

  @Test
  void packed_keys_find_what_each_key_finds_alone() {
    List<KeyedScheme> keys =
        LongStream.range(0, 128)
            .mapToObj(key -> (KeyedScheme) SCHEME.with(WatermarkKey.of(key)))
            .toList();
    PackedKeys packed = SCHEME.pack(keys).orElseThrow();
    long[] ids = new Random(3).longs(100, -5, 1005).toArray();
    long[] bits = new long[2];

    for (int at = 0; at < ids.length; at++) {
      packed.bitsAt(ids, at, bits);
      for (int key = 0; key < 128; key++) {
        assertThat(bits[key >>> 6] >>> key & 1)
            .as("key %d, id %d", key, ids[at])
            .isEqualTo(keys.get(key).scorer().scoreAt(ids, at));
      }
    }
  }
}
