package dev.stillmark.detection.watermark.unigram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.watermark.unigram.UnigramMask.TypeCount;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnigramMaskTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 63, 64, 65, 1000, 50_257})
  void holds_as_many_green_ids_as_asked_for(int vocabSize) {
    int green = vocabSize / 2;

    UnigramMask mask = UnigramMask.of(vocabSize, green, 7);

    assertThat(IntStream.range(-70, vocabSize + 70).filter(mask::isGreen).count()).isEqualTo(green);
    assertThat(mask.isGreen(1L << 32)).isFalse();
    assertThat(mask.isGreen(Long.MIN_VALUE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void counts_each_type_once_and_every_token_outside(long seed) {
    int vocabSize = 1000;
    UnigramMask mask = UnigramMask.of(vocabSize, 250, seed);
    long[] ids = new Random(seed).longs(3000, -20, vocabSize + 20).toArray();
    Set<Long> inside =
        Arrays.stream(ids)
            .filter(id -> id >= 0 && id < vocabSize)
            .boxed()
            .collect(Collectors.toSet());
    long outside = Arrays.stream(ids).filter(id -> id < 0 || id >= vocabSize).count();

    TypeCount count = mask.countTypes(ids);

    assertThat(count)
        .as("seed %d", seed)
        .isEqualTo(
            new TypeCount(
                inside.size(), (int) inside.stream().filter(mask::isGreen).count(), outside));
  }
}
