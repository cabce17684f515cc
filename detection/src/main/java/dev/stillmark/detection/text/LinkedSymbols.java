package dev.stillmark.detection.text;

/**
 * The symbols of one long piece as a linked list in arrays, with a heap of the pairs to merge.
 *
 * <p>A heap entry is (rank, position). Ranks name pairs one-to-one, so an entry is out of date
 * exactly when the pair that now starts at its position has another rank.
 */
final class LinkedSymbols {

  private static final int MERGED_AWAY = -1;

  private final MergeTable merges;
  private final int size;
  private final int[] symbols;
  private final int[] next;
  private final int[] previous;
  private final LongHeap pairs;

  LinkedSymbols(MergeTable merges, int[] byteIds, byte[] utf8, int from, int to) {
    this.merges = merges;
    size = to - from;
    symbols = new int[size];
    next = new int[size];
    previous = new int[size];
    pairs = new LongHeap(size);
    for (int i = 0; i < size; i++) {
      symbols[i] = byteIds[utf8[from + i] & 0xff];
      next[i] = i + 1;
      previous[i] = i - 1;
    }
    for (int i = 0; i < size; i++) {
      offer(i);
    }
  }

  void mergeAll() {
    while (!pairs.isEmpty()) {
      long entry = pairs.removeSmallest();
      int position = (int) entry;
      if (rankAt(position) == (int) (entry >>> 32)) {
        mergeAt(position);
      }
    }
  }

  int writeTo(long[] ids, int at) {
    int written = at;
    for (int i = 0; i < size; i = next[i]) {
      ids[written++] = symbols[i];
    }
    return written;
  }

  private void mergeAt(int left) {
    int right = next[left];
    symbols[left] = merges.merged(symbols[left], symbols[right]);
    symbols[right] = MERGED_AWAY;
    next[left] = next[right];
    if (next[left] < size) {
      previous[next[left]] = left;
    }
    offer(left);
    if (previous[left] >= 0) {
      offer(previous[left]);
    }
  }

  private void offer(int position) {
    int rank = rankAt(position);
    if (rank != MergeTable.NONE) {
      pairs.add(((long) rank << 32) | position);
    }
  }

  private int rankAt(int position) {
    int right = next[position];
    return symbols[position] == MERGED_AWAY || right >= size
        ? MergeTable.NONE
        : merges.rank(symbols[position], symbols[right]);
  }
}
