package dev.stillmark.detection.watermark.vllm;

/**
 * Which contexts vLLM's generator leaves unmarked, with {@code deduplicate_contexts} at its default
 * {@code single_turn}: those that stood before an earlier position of the same output.
 *
 * @param width tokens of a context; before the first token it holds -1
 * @param maxHistory the last positions that are looked at, 8192 by default
 */
record RepeatedContexts(int width, int maxHistory) {

  /** Whether the context before {@code position} stood before one of the positions before it. */
  boolean contains(long[] ids, int position) {
    int oldest = Math.max(0, position - maxHistory);
    for (int earlier = position - 1; earlier >= oldest; earlier--) {
      if (areEqual(ids, earlier, position)) {
        return true;
      }
    }
    return false;
  }

  private boolean areEqual(long[] ids, int one, int other) {
    for (int back = 1; back <= width; back++) {
      if (at(ids, one - back) != at(ids, other - back)) {
        return false;
      }
    }
    return true;
  }

  private static long at(long[] ids, int index) {
    return index < 0 ? -1 : ids[index];
  }
}
