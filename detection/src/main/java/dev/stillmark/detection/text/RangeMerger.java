package dev.stillmark.detection.text;

/**
 * Merges the bytes of a piece that is no token: always the two neighbours that together are the
 * token of lowest rank, the leftmost of equals.
 *
 * <p>The ranges are a linked list in arrays; one is known by the position of its first byte. A pair
 * is (rank, position) in one number, kept at the position of its left range, so that the least
 * number is the next to merge. In short pieces, which is nearly all of them, it is found by a scan;
 * in long ones by a heap, so that a piece of n bytes takes n log n steps. Holds working memory:
 * belongs to one call.
 */
final class RangeMerger {

  private static final int LONGEST_SCANNED = 64;
  private static final long NO_PAIR = Long.MAX_VALUE;

  private final ByteVocabulary vocabulary;
  private final byte[] padded;
  private int from;
  private int size;
  private int[] next = new int[LONGEST_SCANNED];
  private int[] previous = new int[LONGEST_SCANNED];
  private long[] pairs = new long[LONGEST_SCANNED];

  /**
   * @param padded the text, with {@link Words#PADDING} bytes behind it
   */
  RangeMerger(ByteVocabulary vocabulary, byte[] padded) {
    this.vocabulary = vocabulary;
    this.padded = padded;
  }

  /** Adds the ids of {@code padded[from..to)}. */
  void merge(int from, int to, IdBuffer ids) {
    this.from = from;
    size = to - from;
    reserve();
    split();
    if (size <= LONGEST_SCANNED) {
      mergeByScan();
    } else {
      mergeByHeap();
    }
    for (int i = 0; i < size; i = next[i]) {
      ids.add(vocabulary.find(padded, from + i, from + next[i]));
    }
  }

  private void reserve() {
    if (next.length < size) {
      next = new int[size];
      previous = new int[size];
      pairs = new long[size];
    }
  }

  /** One range per byte. */
  private void split() {
    for (int i = 0; i < size; i++) {
      next[i] = i + 1;
      previous[i] = i - 1;
      pairs[i] = i + 1 < size ? pairOf(i, i + 2) : NO_PAIR;
    }
  }

  private void mergeByScan() {
    for (long pair = lowest(); pair != NO_PAIR; pair = lowest()) {
      mergeAt((int) pair);
    }
  }

  private long lowest() {
    long lowest = NO_PAIR;
    for (int i = 0; i < size; i++) {
      lowest = Math.min(lowest, pairs[i]);
    }
    return lowest;
  }

  private void mergeByHeap() {
    LongHeap heap = new LongHeap(size);
    for (int i = 0; i < size; i++) {
      offer(i, heap);
    }
    while (!heap.isEmpty()) {
      long pair = heap.removeSmallest();
      int left = (int) pair;
      if (pairs[left] == pair) {
        mergeAt(left);
        offer(left, heap);
        offer(previous[left], heap);
      }
    }
  }

  private void offer(int position, LongHeap heap) {
    if (position >= 0 && pairs[position] != NO_PAIR) {
      heap.add(pairs[position]);
    }
  }

  private void mergeAt(int left) {
    int right = next[left];
    int end = next[right];
    pairs[right] = NO_PAIR;
    next[left] = end;
    if (end < size) {
      previous[end] = left;
      pairs[left] = pairOf(left, next[end]);
    } else {
      pairs[left] = NO_PAIR;
    }
    if (left > 0) {
      pairs[previous[left]] = pairOf(previous[left], end);
    }
  }

  /** The pair that together is the range {@code start..end}. */
  private long pairOf(int start, int end) {
    int rank = vocabulary.find(padded, from + start, from + end);
    return rank == ByteVocabulary.NONE ? NO_PAIR : ((long) rank << Integer.SIZE) | start;
  }
}
