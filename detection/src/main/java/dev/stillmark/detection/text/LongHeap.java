package dev.stillmark.detection.text;

import java.util.Arrays;

/** A binary heap of primitive longs, smallest first. */
final class LongHeap {

  private long[] values;
  private int size;

  LongHeap(int expected) {
    values = new long[Math.max(8, expected)];
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    int at = size++;
    while (at > 0 && values[(at - 1) / 2] > value) {
      values[at] = values[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    values[at] = value;
  }

  long removeSmallest() {
    long smallest = values[0];
    long last = values[--size];
    int at = 0;
    int child = 1;
    while (child < size) {
      if (child + 1 < size && values[child + 1] < values[child]) {
        child++;
      }
      if (values[child] >= last) {
        break;
      }
      values[at] = values[child];
      at = child;
      child = 2 * at + 1;
    }
    values[at] = last;
    return smallest;
  }
}
