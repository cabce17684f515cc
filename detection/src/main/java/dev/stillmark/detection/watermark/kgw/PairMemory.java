package dev.stillmark.detection.watermark.kgw;

import java.util.Arrays;

/**
 * Remembers which (seed, token) pairs are green, for one thread.
 *
 * <p>An open-addressing table that doubles until it holds {@link #MOST_PAIRS}; then it forgets all
 * of them and begins anew, so that it stays within 2 MiB and stops allocating.
 */
final class PairMemory {

  static final int UNKNOWN = -1;

  private static final int FEWEST_SLOTS = 1 << 9;
  private static final int MOST_SLOTS = 1 << 18;
  static final int MOST_PAIRS = MOST_SLOTS / 2;

  /** Per slot: seed, token + 1 and colour from the high bits to the low; 0 is free. */
  private long[] slots = new long[FEWEST_SLOTS];

  private int pairs;

  /** 1 if {@code token} is known to be green behind {@code seed}, 0 if red, or UNKNOWN. */
  int recall(int seed, int token) {
    long pair = red(seed, token);
    long kept = slots[slotOf(pair)];
    return kept == 0 ? UNKNOWN : (int) kept & 1;
  }

  void remember(int seed, int token, boolean green) {
    long pair = red(seed, token);
    int slot = slotOf(pair);
    if (slots[slot] == 0 && ++pairs > slots.length / 2) {
      makeRoom();
      slot = slotOf(pair);
    }
    slots[slot] = green ? pair | 1 : pair;
  }

  private void makeRoom() {
    if (slots.length == MOST_SLOTS) {
      Arrays.fill(slots, 0);
      pairs = 1;
      return;
    }
    long[] kept = slots;
    slots = new long[2 * kept.length];
    for (long pair : kept) {
      if (pair != 0) {
        slots[slotOf(pair & ~1)] = pair;
      }
    }
  }

  /** Where the pair stands, or the free slot where it would. */
  private int slotOf(long pair) {
    int mask = slots.length - 1;
    long mixed = pair * 0x9e3779b97f4a7c15L;
    int slot = (int) (mixed >>> Integer.SIZE) & mask;
    while (slots[slot] != 0 && (slots[slot] & ~1) != pair) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** A token has at most 28 bits: torch permutes larger vocabularies otherwise. */
  private static long red(int seed, int token) {
    return (long) seed << Integer.SIZE | (token + 1L) << 1;
  }
}
