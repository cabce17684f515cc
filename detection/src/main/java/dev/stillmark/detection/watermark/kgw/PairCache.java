package dev.stillmark.detection.watermark.kgw;

/**
 * Remembers two words for recent (previous, token) pairs in a fixed memory: a later pair takes the
 * place of an earlier one with the same slot. Safe for use by many threads.
 */
final class PairCache {

  private static final int WORDS = 4;

  /** Per slot: previous + 1 (0 is free), token, first word, second word. */
  private final long[] slots;

  private final int shift;

  /** Room for 2^{@code slotBits} pairs of 32 bytes. */
  PairCache(int slotBits) {
    this.slots = new long[WORDS << slotBits];
    this.shift = Long.SIZE - slotBits;
  }

  /** Writes the pair's words into {@code bits} and says whether they were known. */
  synchronized boolean recall(long previous, long token, long[] bits) {
    int slot = slot(previous, token);
    if (slots[slot] != previous + 1 || slots[slot + 1] != token) {
      return false;
    }
    bits[0] = slots[slot + 2];
    bits[1] = slots[slot + 3];
    return true;
  }

  synchronized void remember(long previous, long token, long[] bits) {
    int slot = slot(previous, token);
    slots[slot] = previous + 1;
    slots[slot + 1] = token;
    slots[slot + 2] = bits[0];
    slots[slot + 3] = bits[1];
  }

  private int slot(long previous, long token) {
    long mixed = (previous * 0x9e3779b97f4a7c15L ^ token) * 0xff51afd7ed558ccdL;
    return (int) (mixed >>> shift) * WORDS;
  }
}
