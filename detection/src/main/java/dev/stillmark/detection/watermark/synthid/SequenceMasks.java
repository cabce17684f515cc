package dev.stillmark.detection.watermark.synthid;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which positions of one sequence the references score, from the first that has a whole n-gram on.
 *
 * @param fresh the context was not among the last contextHistorySize ones
 * @param beforeEos no end of sequence stands at the position or before it
 */
record SequenceMasks(boolean[] fresh, boolean[] beforeEos) {

  static SequenceMasks of(GValues values, long[] ids) {
    int first = values.firstPosition();
    int count = Math.max(0, ids.length - first);
    return new SequenceMasks(
        fresh(values, ids, first, count),
        beforeEos(values.scheme().eosTokenId(), ids, first, count));
  }

  /** Whether position {@code i} behind the first is scored in this mode. */
  boolean isScored(int i, SynthIdScheme.Mode mode) {
    return switch (mode) {
      case NON_DISTORTIONARY -> fresh[i] && beforeEos[i];
      case DISTORTIONARY -> beforeEos[i];
    };
  }

  /**
   * The references keep the hashes of the last contexts in a ring that starts full of zeros, and
   * push repeated ones too: as if a context of hash 0 had come right before the first.
   */
  private static boolean[] fresh(GValues values, long[] ids, int first, int count) {
    int history = values.scheme().contextHistorySize();
    Map<Long, Integer> lastSeen = new HashMap<>(Map.of(0L, -1));
    boolean[] fresh = new boolean[count];
    for (int i = 0; i < count; i++) {
      Integer last = lastSeen.put(values.hash().contextOf(ids, first + i), i);
      fresh[i] = last == null || i - last > history;
    }
    return fresh;
  }

  private static boolean[] beforeEos(@Nullable Long eos, long[] ids, int first, int count) {
    int end = 0;
    while (end < ids.length && (eos == null || ids[end] != eos)) {
      end++;
    }
    boolean[] before = new boolean[count];
    for (int i = 0; i < count; i++) {
      before[i] = first + i < end;
    }
    return before;
  }
}
