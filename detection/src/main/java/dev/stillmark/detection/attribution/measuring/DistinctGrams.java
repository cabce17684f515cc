package dev.stillmark.detection.attribution.measuring;

/** Sifts repeated hashes out of one array after another; belongs to one thread. */
final class DistinctGrams {

  private long[] slots = new long[1 << 10];
  private int[] usedBy = new int[1 << 10];
  private int arrays;

  /** Keeps the first of each among the first {@code count}, in order; how many those are. */
  int sift(long[] grams, int count) {
    int mask = Integer.highestOneBit(Math.max(2, count)) * 4 - 1;
    if (mask >= slots.length) {
      slots = new long[mask + 1];
      usedBy = new int[mask + 1];
      arrays = 0;
    }
    arrays++;
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (isNew(grams[i], mask)) {
        grams[kept++] = grams[i];
      }
    }
    return kept;
  }

  private boolean isNew(long gram, int mask) {
    int slot = (int) gram & mask;
    while (usedBy[slot] == arrays) {
      if (slots[slot] == gram) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = gram;
    usedBy[slot] = arrays;
    return true;
  }
}
