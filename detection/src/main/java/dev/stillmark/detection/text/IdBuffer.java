package dev.stillmark.detection.text;

import java.util.Arrays;

/** Token ids that grow in number, without boxing. */
final class IdBuffer {

  private long[] ids;
  private int size;

  IdBuffer(int expected) {
    ids = new long[Math.max(8, expected)];
  }

  void add(long id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size + (size >> 1));
    }
    ids[size++] = id;
  }

  long[] toArray() {
    return Arrays.copyOf(ids, size);
  }
}
