package dev.stillmark.detection.watermark.synthid;

/** A growing set of 64-bit integers in one array, with open addressing. */
final class LongSet {

  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  /** 0 marks a free slot, so that 0 itself is kept apart. */
  private long[] slots = new long[1 << 10];

  private int shift = Long.SIZE - 10;
  private int size;
  private boolean holdsZero;

  /** Keeps {@link #fetch} from being optimised away. */
  @SuppressWarnings("UnusedVariable")
  private long fetched;

  int size() {
    return size + (holdsZero ? 1 : 0);
  }

  /**
   * Reads the slots of {@code values[from..to)} without a branch, so that the processor fetches
   * them from memory side by side: adding them afterwards waits for none. Changes nothing.
   */
  void fetch(long[] values, int from, int to) {
    long read = 0;
    for (int i = from; i < to; i++) {
      read ^= slots[(int) ((values[i] * SPREAD) >>> shift)];
    }
    fetched = read;
  }

  /** Whether it was not there yet. */
  boolean add(long value) {
    if (value == 0) {
      boolean isNew = !holdsZero;
      holdsZero = true;
      return isNew;
    }
    int slot = slotOf(value);
    if (slots[slot] == value) {
      return false;
    }
    slots[slot] = value;
    size++;
    if (size > slots.length / 2) {
      grow();
    }
    return true;
  }

  /** Where it is, or the free slot where it belongs. */
  private int slotOf(long value) {
    int slot = (int) ((value * SPREAD) >>> shift);
    while (slots[slot] != 0 && slots[slot] != value) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    if (slots.length == 1 << 30) {
      throw new IllegalStateException("a set must hold at most 2^29 integers");
    }
    long[] old = slots;
    slots = new long[2 * old.length];
    shift--;
    for (long value : old) {
      if (value != 0) {
        slots[slotOf(value)] = value;
      }
    }
  }
}
