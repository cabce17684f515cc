package dev.stillmark.detection.watermark.kgw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PairMemoryTest {

  @Test
  void recalls_what_it_was_told_and_nothing_else() {
    PairMemory memory = new PairMemory();

    assertThat(memory.recall(0, 0)).isEqualTo(PairMemory.UNKNOWN);
    for (int seed = -300; seed < 300; seed++) {
      memory.remember(seed, 7 * (seed + 300), seed % 3 == 0);
    }

    for (int seed = -300; seed < 300; seed++) {
      assertThat(memory.recall(seed, 7 * (seed + 300))).isEqualTo(seed % 3 == 0 ? 1 : 0);
      assertThat(memory.recall(seed, 7 * (seed + 300) + 1)).isEqualTo(PairMemory.UNKNOWN);
    }
  }

  @Test
  void past_its_limit_it_forgets_but_never_errs() {
    PairMemory memory = new PairMemory();
    Random pairs = new Random(1);

    for (int i = 0; i <= PairMemory.MOST_PAIRS + 10; i++) {
      int seed = pairs.nextInt();
      memory.remember(seed, 1, seed < 0);
      assertThat(memory.recall(seed, 1)).isEqualTo(seed < 0 ? 1 : 0);
    }

    assertThat(memory.recall(new Random(1).nextInt(), 1)).isEqualTo(PairMemory.UNKNOWN);
  }
}
