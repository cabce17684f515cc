package dev.stillmark.detection.signature;

/** How often each 64-bit value was counted, by open addressing, without boxing. */
final class LongCounts {

  private long[] values = new long[1 << 10];
  private int[] counts = new int[1 << 10];
  private int size;

  void increment(long value) {
    if (size * 2 > values.length) {
      grow();
    }
    int slot = slot(value);
    if (counts[slot]++ == 0) {
      values[slot] = value;
      size++;
    }
  }

  int count(long value) {
    return counts[slot(value)];
  }

  private int slot(long value) {
    int mask = values.length - 1;
    int slot = (int) value & mask;
    while (counts[slot] != 0 && values[slot] != value) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldValues = values;
    int[] oldCounts = counts;
    values = new long[oldValues.length * 2];
    counts = new int[oldValues.length * 2];
    for (int i = 0; i < oldValues.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slot(oldValues[i]);
        values[slot] = oldValues[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
