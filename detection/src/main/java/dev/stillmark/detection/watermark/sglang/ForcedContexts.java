package dev.stillmark.detection.watermark.sglang;

import java.util.HashSet;
import java.util.Set;

/**
 * Which contexts of a text SGLang's generator marks: those that are not empty and whose hash is new
 * to the text, up to a number of them.
 *
 * @param most of contexts that a text can use up, at most 4096
 */
record ForcedContexts(int contextWindow, int most) {

  /**
   * @param from the first position whose context counts, 0 or more
   */
  boolean isForced(long[] ids, int from, int position) {
    if (position == 0) {
      return false;
    }
    int own = hashBefore(ids, position);
    Set<Integer> used = new HashSet<>();
    for (int earlier = Math.max(1, from); earlier < position; earlier++) {
      int hash = hashBefore(ids, earlier);
      if (hash == own || (used.add(hash) && used.size() == most)) {
        return false;
      }
    }
    return true;
  }

  /** The hash of the last tokens before a position, fewer at the start of the text. */
  int hashBefore(long[] ids, int position) {
    return KeyState.contextHash(ids, Math.max(0, position - contextWindow), position);
  }
}
