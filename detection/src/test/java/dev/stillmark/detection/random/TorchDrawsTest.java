package dev.stillmark.detection.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchDrawsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, -1, Integer.MIN_VALUE, 20_261_125})
  void one_element_equals_that_of_the_whole_stream(int seed) {
    TorchGenerator stream = TorchGenerator.seededWith(seed);
    TorchGenerator single = new TorchGenerator();

    for (int index = 0; index < 3000; index++) {
      single.seed(seed);
      assertThat(single.floatBitsAt(index)).as("%d", index).isEqualTo(stream.nextFloatBits());
    }
  }

  @Test
  void what_is_recalled_is_what_was_asked_for() {
    TorchDraws draws = new TorchDraws();
    TorchGenerator scratch = new TorchGenerator();
    Random random = new Random(5);

    // Three times as many pairs as there are slots: most entries have been taken by others.
    for (int i = 0; i < 100_000; i++) {
      int seed = random.nextInt(300) * 0x1234567;
      int index = random.nextInt(300);
      int drawn = draws.at(seed, index, scratch);
      if (i % 10 == 0) {
        scratch.seed(seed);
        assertThat(drawn).as("%d, %d", seed, index).isEqualTo(scratch.floatBitsAt(index));
      }
    }
  }

  @Test
  void an_index_too_large_to_remember_is_drawn() {
    TorchDraws draws = new TorchDraws();
    TorchGenerator scratch = new TorchGenerator();
    int index = 1 << 22;
    int drawn = draws.at(9, index, scratch);
    TorchGenerator stream = TorchGenerator.seededWith(9);
    for (int i = 0; i < index; i++) {
      stream.nextInt();
    }

    assertThat(drawn).isEqualTo(stream.nextFloatBits());
    assertThat(draws.at(9, index, scratch)).isEqualTo(drawn);
  }
}
