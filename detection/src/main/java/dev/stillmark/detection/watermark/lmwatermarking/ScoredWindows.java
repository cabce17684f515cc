package dev.stillmark.detection.watermark.lmwatermarking;

import dev.stillmark.detection.watermark.PositionScorer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The windows (context and token) of one sequence that the reference counts, in order.
 *
 * @param green the colours of the counted windows
 * @param countedAt for every window of the sequence, how many are counted up to its end
 */
record ScoredWindows(boolean[] green, int[] countedAt) {

  /**
   * @param distinct whether a window that occurred before is left out
   */
  static ScoredWindows of(LmWatermarkingLists lists, long[] ids, boolean distinct) {
    PositionScorer scorer = lists.scorer();
    int first = lists.firstPosition();
    boolean[] green = new boolean[ids.length - first];
    int[] countedAt = new int[ids.length - first];
    Set<LongBuffer> seen = new HashSet<>();
    int counted = 0;
    for (int at = first; at < ids.length; at++) {
      if (!distinct || seen.add(LongBuffer.wrap(ids, at - first, first + 1))) {
        green[counted++] = scorer.scoreAt(ids, at) == 1;
      }
      countedAt[at - first] = counted;
    }
    return new ScoredWindows(Arrays.copyOf(green, counted), countedAt);
  }

  int count() {
    return green.length;
  }

  /** Green windows among the first {@code count} counted ones, for every count from 0. */
  int[] greenBefore() {
    int[] before = new int[green.length + 1];
    for (int i = 0; i < green.length; i++) {
      before[i + 1] = before[i] + (green[i] ? 1 : 0);
    }
    return before;
  }
}
