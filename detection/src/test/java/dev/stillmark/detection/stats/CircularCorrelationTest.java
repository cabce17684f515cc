package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircularCorrelationTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 64, 1024})
  void counts_what_a_count_by_hand_gives(int size) {
    Random random = new Random(size);
    BitSet members = randomBits(random, size);
    BitSet ring = randomBits(random, size);

    int[] counts = CircularCorrelation.of(members, ring, size);

    for (int d = 0; d < size; d++) {
      int turned = d;
      long byHand = members.stream().filter(h -> ring.get((h + turned) % size)).count();
      assertThat(counts[d]).as("size %d rotation %d", size, d).isEqualTo((int) byHand);
    }
  }

  @Test
  void counts_a_full_ring_without_rounding() {
    int size = 1 << 17;
    BitSet all = new BitSet(size);
    all.set(0, size);

    assertThat(CircularCorrelation.of(all, all, size)).containsOnly(size);
  }

  @Test
  void refuses_other_sizes_and_members_outside() {
    BitSet outside = new BitSet();
    outside.set(8);

    assertThatThrownBy(() -> CircularCorrelation.of(new BitSet(), new BitSet(), 12))
        .hasMessage("size must be a power of two up to 8388608 but is 12");
    assertThatThrownBy(() -> CircularCorrelation.of(outside, new BitSet(), 8))
        .hasMessage("members and ring must lie below 8 but reach 9");
  }

  private static BitSet randomBits(Random random, int size) {
    BitSet bits = new BitSet(size);
    for (int i = 0; i < size; i++) {
      bits.set(i, random.nextBoolean());
    }
    return bits;
  }
}
