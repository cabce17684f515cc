package dev.stillmark.benchmarks;

import java.util.Arrays;

/** The (seed, item) pairs met so far, each named by one nonzero word: an open-addressing set. */
final class DistinctItems {

  private final long[] slots;

  /** Room for {@code most} pairs. */
  DistinctItems(int most) {
    this.slots = new long[Integer.highestOneBit(Math.max(2, most)) << 2];
  }

  void clear() {
    Arrays.fill(slots, 0);
  }

  /** Whether the pair is new; seeds and items of 32 bits only. */
  boolean add(long seed, long item) {
    long pair = seed << Integer.SIZE | (item + 1);
    int mask = slots.length - 1;
    int slot = (int) ((pair * 0x9e3779b97f4a7c15L) >>> Integer.SIZE) & mask;
    while (slots[slot] != 0 && slots[slot] != pair) {
      slot = (slot + 1) & mask;
    }
    boolean isNew = slots[slot] == 0;
    slots[slot] = pair;
    return isNew;
  }
}
