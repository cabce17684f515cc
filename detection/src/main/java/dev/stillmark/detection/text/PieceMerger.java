package dev.stillmark.detection.text;

/**
 * Merges the bytes of one piece: always the pair of lowest rank, the leftmost of equals.
 *
 * <p>Short pieces, which is nearly all of them, are scanned; long ones keep their pairs in a heap,
 * so that a piece of n bytes takes n log n steps and a hostile one cannot stall a service. Holds
 * working memory: belongs to one call.
 */
final class PieceMerger {

  private static final int LONGEST_SCANNED = 96;

  private final MergeTable merges;
  private final int[] byteIds;
  private final int[] symbols = new int[LONGEST_SCANNED];
  private final int[] ranks = new int[LONGEST_SCANNED];

  /**
   * @param byteIds the id of each single byte
   */
  PieceMerger(MergeTable merges, int[] byteIds) {
    this.merges = merges;
    this.byteIds = byteIds;
  }

  /** Writes the ids of {@code utf8[from..to)} from {@code ids[at]} on; where the next id goes. */
  int merge(byte[] utf8, int from, int to, long[] ids, int at) {
    return to - from <= LONGEST_SCANNED
        ? mergeByScan(utf8, from, to, ids, at)
        : mergeByHeap(utf8, from, to, ids, at);
  }

  private int mergeByScan(byte[] utf8, int from, int to, long[] ids, int at) {
    int size = to - from;
    for (int i = 0; i < size; i++) {
      symbols[i] = byteIds[utf8[from + i] & 0xff];
    }
    for (int i = 0; i < size; i++) {
      ranks[i] = rankAt(i, size);
    }
    for (int best = lowest(size); best >= 0; best = lowest(size)) {
      symbols[best] = merges.merged(symbols[best], symbols[best + 1]);
      size--;
      System.arraycopy(symbols, best + 2, symbols, best + 1, size - best - 1);
      System.arraycopy(ranks, best + 2, ranks, best + 1, size - best - 1);
      ranks[best] = rankAt(best, size);
      if (best > 0) {
        ranks[best - 1] = rankAt(best - 1, size);
      }
    }
    for (int i = 0; i < size; i++) {
      ids[at + i] = symbols[i];
    }
    return at + size;
  }

  private int rankAt(int i, int size) {
    return i + 1 < size ? merges.rank(symbols[i], symbols[i + 1]) : MergeTable.NONE;
  }

  private int lowest(int size) {
    int best = -1;
    int lowest = MergeTable.NONE;
    for (int i = 0; i + 1 < size; i++) {
      if (ranks[i] < lowest) {
        lowest = ranks[i];
        best = i;
      }
    }
    return best;
  }

  private int mergeByHeap(byte[] utf8, int from, int to, long[] ids, int at) {
    LinkedSymbols linked = new LinkedSymbols(merges, byteIds, utf8, from, to);
    linked.mergeAll();
    return linked.writeTo(ids, at);
  }
}
