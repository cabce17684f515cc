package dev.stillmark.detection.attribution.measuring;

/**
 * Numbers grams from 0 on in the order in which they come, without boxing.
 *
 * <p>A gram and its number stand side by side, so that finding one costs one visit to memory.
 */
final class GramTable {

  static final int ABSENT = -1;

  /** By slot, the gram and then its number plus 1; 0 if the slot is free. */
  private long[] slots = new long[1 << 11];

  private int size;

  int size() {
    return size;
  }

  /** The number of a gram, or {@link #ABSENT}. */
  int number(long gram) {
    return (int) slots[slot(gram) + 1] - 1;
  }

  /** The number of a gram, the next one if it has none. */
  int numberOrNext(long gram) {
    int slot = slot(gram);
    if (slots[slot + 1] == 0) {
      slots[slot] = gram;
      slots[slot + 1] = ++size;
      if (size * 4L > slots.length) {
        grow();
        return size - 1;
      }
    }
    return (int) slots[slot + 1] - 1;
  }

  /** All grams, by number. */
  long[] grams() {
    long[] byNumber = new long[size];
    for (int slot = 0; slot < slots.length; slot += 2) {
      if (slots[slot + 1] != 0) {
        byNumber[(int) slots[slot + 1] - 1] = slots[slot];
      }
    }
    return byNumber;
  }

  private int slot(long gram) {
    int mask = slots.length - 1;
    int slot = (int) (gram << 1) & mask;
    while (slots[slot + 1] != 0 && slots[slot] != gram) {
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] byNumber = grams();
    slots = new long[slots.length * 2];
    for (int number = 0; number < byNumber.length; number++) {
      int slot = slot(byNumber[number]);
      slots[slot] = byNumber[number];
      slots[slot + 1] = number + 1L;
    }
  }
}
