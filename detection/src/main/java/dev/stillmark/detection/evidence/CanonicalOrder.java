package dev.stillmark.detection.evidence;

/**
 * Sorts items by (group, item), both unsigned, without boxing: a bottom-up merge sort of indices.
 */
final class CanonicalOrder {

  private CanonicalOrder() {}

  static int[] of(long[] groups, long[] items, int size) {
    int[] from = new int[size];
    for (int i = 0; i < size; i++) {
      from[i] = i;
    }
    int[] to = new int[size];
    for (int run = 1; run < size; run *= 2) {
      for (int start = 0; start < size; start += 2 * run) {
        merge(groups, items, from, to, start, run, size);
      }
      int[] swap = from;
      from = to;
      to = swap;
      if (run > size / 2) {
        break;
      }
    }
    return from;
  }

  private static void merge(
      long[] groups, long[] items, int[] from, int[] to, int start, int run, int size) {
    int middle = Math.min(start + run, size);
    int end = Math.min(middle + run, size);
    int left = start;
    int right = middle;
    for (int at = start; at < end; at++) {
      boolean takeLeft =
          right >= end || (left < middle && !comesBefore(groups, items, from[right], from[left]));
      to[at] = takeLeft ? from[left++] : from[right++];
    }
  }

  private static boolean comesBefore(long[] groups, long[] items, int a, int b) {
    int byGroup = Long.compareUnsigned(groups[a], groups[b]);
    return byGroup < 0 || (byGroup == 0 && Long.compareUnsigned(items[a], items[b]) < 0);
  }
}
