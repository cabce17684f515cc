package dev.stillmark.detection.attribution;

import java.util.Arrays;

/** Numbers grams from 0 on in the order in which they come, without boxing. */
final class GramTable {

  static final int ABSENT = -1;

  private long[] grams = new long[1 << 10];
  private int[] numberAt = new int[1 << 10];
  private int size;

  GramTable() {
    Arrays.fill(numberAt, ABSENT);
  }

  int size() {
    return size;
  }

  /** The number of a gram, or {@link #ABSENT}. */
  int number(long gram) {
    return numberAt[slot(gram)];
  }

  /** The number of a gram, the next one if it has none. */
  int numberOrNext(long gram) {
    int slot = slot(gram);
    if (numberAt[slot] != ABSENT) {
      return numberAt[slot];
    }
    grams[slot] = gram;
    numberAt[slot] = size++;
    if (size * 3L > grams.length) {
      grow();
    }
    return size - 1;
  }

  /** All grams, by number. */
  long[] grams() {
    long[] byNumber = new long[size];
    for (int slot = 0; slot < grams.length; slot++) {
      if (numberAt[slot] != ABSENT) {
        byNumber[numberAt[slot]] = grams[slot];
      }
    }
    return byNumber;
  }

  private int slot(long gram) {
    int mask = grams.length - 1;
    int slot = (int) gram & mask;
    while (numberAt[slot] != ABSENT && grams[slot] != gram) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] byNumber = grams();
    grams = new long[grams.length * 2];
    numberAt = new int[grams.length];
    Arrays.fill(numberAt, ABSENT);
    for (int number = 0; number < byNumber.length; number++) {
      int slot = slot(byNumber[number]);
      grams[slot] = byNumber[number];
      numberAt[slot] = number;
    }
  }
}
