package dev.stillmark.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.stillmark.detection.random.HeadLanes;
import dev.stillmark.detection.random.HeadMemberships;
import dev.stillmark.detection.random.SwapTables;
import dev.stillmark.detection.random.TorchGenerator;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VectorLanesTest {

  private static final int LANES = TwisterLanes.LANES;

  /** Around the lengths at which runs and rounds of the generator end, and powers of 2. */
  static IntStream sizes() {
    return IntStream.concat(
        IntStream.rangeClosed(2, 40),
        IntStream.of(
            64, 226, 227, 228, 453, 454, 455, 456, 622, 623, 624, 625, 626, 851, 852, 1024, 1248,
            1249, 1250, 4096, 5000));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void every_element_is_in_the_head_that_the_plain_permutation_gives(int size) {
    Random random = new Random(size);
    for (int head : new int[] {size - 1, random.nextInt(size), size / 4}) {
      HeadLanes lanes = lanes(head, size);
      int seed = random.nextInt();
      int[] order = TorchGenerator.seededWith(seed).permutation(size);
      int[] decided = order.clone();
      int[] seeds = IntStream.generate(() -> seed).limit(size).toArray();

      int full = decideAllFull(lanes, seeds, decided);

      for (int i = 0; i < full; i++) {
        assertThat(decided[i] == HeadLanes.IN_HEAD)
            .as("seed %d, size %d, head %d, element %d", seed, size, head, order[i])
            .isEqualTo(i < head);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "50257, 12564", "50257, 25128", "50257, 37692", "32000, 8000", "32000, 16000", "32000, 24000",
    "128256, 32064", "128256, 64128", "128256, 96192", "4096, 1024", "4096, 3072", "65536, 65535"
  })
  void pairs_are_decided_as_in_plain_java(int size, int head) {
    HeadMemberships plain = new HeadMemberships(head, size);
    HeadLanes lanes = lanes(head, size);
    for (int run = 0; run < 20; run++) {
      Random random = new Random(run);
      int[] seeds = random.ints(LANES).toArray();
      int[] elements = random.ints(LANES, 0, run % 2 == 0 ? size : head).toArray();
      int[] decided = elements.clone();

      lanes.decide(seeds, decided, 0);

      for (int i = 0; i < LANES; i++) {
        assertThat(decided[i] == HeadLanes.IN_HEAD)
            .as("run %d, lane %d, seed %d, element %d", run, i, seeds[i], elements[i])
            .isEqualTo(plain.contains(seeds[i], elements[i]));
      }
    }
  }

  @Test
  void elements_that_move_often_are_followed() {
    int size = 3000;
    int head = 2900;
    for (int seed = 0; seed < 40; seed++) {
      int[] order = TorchGenerator.seededWith(seed).permutation(size);
      int[] seeds = new int[] {seed, seed, seed, seed, seed, seed, seed, seed};
      // The last in the order were moved by every swap of a place that they stood at.
      int[] decided = new int[LANES];
      System.arraycopy(order, head - LANES / 2, decided, 0, LANES);

      lanes(head, size).decide(seeds, decided, 0);

      for (int i = 0; i < LANES; i++) {
        assertThat(decided[i] == HeadLanes.IN_HEAD)
            .as("seed %d, lane %d", seed, i)
            .isEqualTo(i < LANES / 2);
      }
    }
  }

  @Test
  void only_the_pairs_asked_for_are_decided() {
    int[] seeds = new Random(5).ints(3 * LANES).toArray();
    int[] elements = new Random(6).ints(3 * LANES, 0, 4096).toArray();
    int[] decided = elements.clone();

    lanes(3072, 4096).decide(seeds, decided, LANES);

    assertThat(decided).startsWith(Arrays.copyOf(elements, LANES));
    assertThat(decided).endsWith(Arrays.copyOfRange(elements, 2 * LANES, 3 * LANES));
  }

  /** Interpreted, a vector is an object; compiled, it is a register. */
  @Test
  void deciding_allocates_nothing_once_it_is_compiled() {
    HeadLanes lanes = lanes(12_564, 50_257);
    int[] seeds = new Random(1).ints(512).toArray();
    int[] elements = new int[512];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    long allocated = -1;
    for (int round = 0; round < 200 && allocated != 0; round++) {
      System.arraycopy(seeds, 0, elements, 0, 512);
      for (int i = 0; i < 512; i++) {
        elements[i] = Integer.remainderUnsigned(elements[i], 50_257);
      }
      long before = threads.getCurrentThreadAllocatedBytes();
      decideAllFull(lanes, seeds, elements);
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }

    assertThat(allocated).isZero();
  }

  private static HeadLanes lanes(int head, int size) {
    return new VectorLanes(SwapTables.of(head, size));
  }

  private static int decideAllFull(HeadLanes lanes, int[] seeds, int[] elements) {
    int at = 0;
    for (; at + LANES <= elements.length; at += LANES) {
      lanes.decide(seeds, elements, at);
    }
    return at;
  }
}
