package dev.stillmark.detection.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.AllocatedBytes;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadMembershipsTest {

  /** Around the lengths at which tables, stretches and runs of draws end, and powers of 2. */
  static IntStream sizes() {
    return IntStream.concat(
        IntStream.rangeClosed(2, 40),
        IntStream.of(
            64, 100, 623, 624, 625, 1023, 1024, 1025, 1247, 1248, 1249, 1250, 2496, 2497, 4096,
            32_000, 32_768, 32_769, 50_257, 65_536, 131_072));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void one_membership_agrees_with_the_plain_permutation(int size) {
    Random random = new Random(size);
    for (int run = 0; run < (size < 10_000 ? 20 : 3); run++) {
      int seed = random.nextInt();
      int head = run == 0 ? size - 1 : random.nextInt(size);
      int[] order = TorchGenerator.seededWith(seed).permutation(size);
      HeadMemberships heads = new HeadMemberships(head, size);

      for (int i = 0; i < size; i += 1 + random.nextInt(1 + size / 60)) {
        assertThat(heads.contains(seed, order[i]))
            .as("seed %d, size %d, head %d, element %d", seed, size, head, order[i])
            .isEqualTo(i < head);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 100, 1249, 4096, 50_257})
  void many_memberships_agree_with_the_plain_permutations(int size) {
    for (long run = 0; run < 8; run++) {
      Random random = new Random(run);
      int head = random.nextInt(size);
      int count = random.nextInt(40);
      // Few different seeds, so that some stand behind one another and share their draws.
      int[] seeds = random.ints(count, 0, 9).toArray();
      int[] elements = random.ints(count, 0, size).toArray();
      int[] decided = elements.clone();

      new HeadMemberships(head, size).decide(seeds, decided, count);

      for (int i = 0; i < count; i++) {
        assertThat(HeadMemberships.isIn(decided[i]))
            .as("run %d, size %d, head %d, pair %d", run, size, head, i)
            .isEqualTo(TorchGenerator.seededWith(seeds[i]).isInHead(elements[i], head, size));
      }
    }
  }

  @Test
  void deciding_allocates_nothing() {
    HeadMemberships heads = new HeadMemberships(12_564, 50_257);
    int[] seeds = new Random(1).ints(500).toArray();
    int[] tokens = new int[500];

    long allocated =
        AllocatedBytes.by(() -> {
          Arrays.fill(tokens, 40_000);
          heads.decide(seeds, tokens, 500);
          for (int seed : seeds) {
            heads.contains(seed, 17);
          }
        });

    assertThat(allocated).isZero();
  }

  @Test
  void refuses_a_head_that_is_the_whole() {
    assertThatThrownBy(() -> new HeadMemberships(5, 5))
        .hasMessage("the head of a permutation must be within 0..4 but is 5");
  }
}
