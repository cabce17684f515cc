package dev.stillmark.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupRunsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 63, 64, 65, 127, 128, 1000})
  void each_item_has_the_group_it_was_given(int size) {
    for (int longestRun : new int[] {1, 3, 200}) {
      long[] groups = runs(size, longestRun);

      GroupRuns kept = GroupRuns.of(groups);

      assertThat(IntStream.range(0, size).mapToLong(kept::at).toArray())
          .as("runs of up to %d", longestRun)
          .isEqualTo(groups);
    }
  }

  private static long[] runs(int size, int longestRun) {
    Random random = new Random(size);
    long[] groups = new long[size];
    int end = 0;
    for (int i = 0; i < size; i++) {
      if (i == end) {
        groups[i] = random.nextLong();
        end = i + 1 + random.nextInt(longestRun);
      } else {
        groups[i] = groups[i - 1];
      }
    }
    return groups;
  }
}
