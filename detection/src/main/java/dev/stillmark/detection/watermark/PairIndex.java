package dev.stillmark.detection.watermark;

import java.util.Arrays;

/**
 * Numbers distinct pairs of longs 0, 1, 2, … in the order in which they first come.
 *
 * <p>A million pairs take less than 26 MB. Belongs to one thread.
 */
public final class PairIndex {

  private long[] firsts = new long[64];
  private long[] seconds = new long[64];

  /** The pair's number + 1, or 0 where the slot is free. */
  private int[] slots = new int[128];

  private int size;

  public int size() {
    return size;
  }

  /** The pair's number; {@link #size} grows where it is new. */
  public int of(long first, long second) {
    int slot = slotOf(first, second);
    if (slots[slot] == 0) {
      append(first, second);
      slots[slot] = size;
      if (2 * size > slots.length) {
        rehash();
      }
      return size - 1;
    }
    return slots[slot] - 1;
  }

  private int slotOf(long first, long second) {
    long mixed = (first * 0x9e3779b97f4a7c15L ^ second) * 0xff51afd7ed558ccdL;
    int slot = (int) (mixed >>> 32) & slots.length - 1;
    while (slots[slot] != 0 && !isAt(slots[slot] - 1, first, second)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private boolean isAt(int number, long first, long second) {
    return firsts[number] == first && seconds[number] == second;
  }

  private void append(long first, long second) {
    if (size == firsts.length) {
      firsts = Arrays.copyOf(firsts, 2 * size);
      seconds = Arrays.copyOf(seconds, 2 * size);
    }
    firsts[size] = first;
    seconds[size] = second;
    size++;
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    for (int number = 0; number < size; number++) {
      slots[slotOf(firsts[number], seconds[number])] = number + 1;
    }
  }
}
