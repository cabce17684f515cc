package dev.stillmark.benchmarks;

/** The (seed, item) pairs of one text: an open-addressing set that empties itself at once. */
final class DistinctItems {

  private final long[] seeds;
  private final long[] items;
  private final int[] texts;
  private int text;

  /** Room for {@code most} pairs. */
  DistinctItems(int most) {
    int slots = Integer.highestOneBit(Math.max(2, most)) << 2;
    this.seeds = new long[slots];
    this.items = new long[slots];
    this.texts = new int[slots];
  }

  /** Forgets every pair. */
  void beginText() {
    text++;
  }

  /** Whether the pair is new in this text. */
  boolean add(long seed, long item) {
    int mask = seeds.length - 1;
    long mixed = (seed * 0x9e3779b97f4a7c15L ^ item) * 0xff51afd7ed558ccdL;
    int slot = (int) (mixed >>> Integer.SIZE) & mask;
    while (texts[slot] == text) {
      if (seeds[slot] == seed && items[slot] == item) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    seeds[slot] = seed;
    items[slot] = item;
    texts[slot] = text;
    return true;
  }
}
