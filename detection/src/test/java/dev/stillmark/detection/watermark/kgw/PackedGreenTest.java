package dev.stillmark.detection.watermark.kgw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.watermark.WatermarkKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedGreenTest {

  /** 600 ids keep whole lists, 20,000 decide pair by pair. */
  @ParameterizedTest
  @ValueSource(ints = {600, 20_000})
  void bits_are_the_colours_of_each_keys_own_list(int vocabularySize) {
    KgwScheme scheme = KgwScheme.withDefaults(vocabularySize);
    int count = vocabularySize == 600 ? 128 : 10;
    List<GreenLists> keys =
        IntStream.range(0, count)
            .mapToObj(k -> scheme.with(WatermarkKey.of(7_046_029_254_386_353_131L + k)))
            .toList();
    PackedGreen packed = new PackedGreen(scheme, keys);
    long[] bits = new long[2];

    for (int token = 0; token < 40; token++) {
      packed.after(17, token, bits);
      for (int key = 0; key < count; key++) {
        boolean green = keys.get(key).after(17).get(token);
        assertThat(bits[key >>> 6] >>> key & 1).as("key %d", key).isEqualTo(green ? 1 : 0);
      }
    }
  }
}
