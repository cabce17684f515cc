package dev.stillmark.detection.evidence;

import java.util.Arrays;

/**
 * The groups of items that are sorted by group: each group once, and a bit where its items begin.
 *
 * <p>Green lists give one group many items, so that this takes little more than the bits; where
 * every item has its own group it takes a fifth of a byte more than the plain array. Immutable.
 */
final class GroupRuns {

  private final long[] distinct;

  /** Bit i: item i is the first of its group. */
  private final long[] starts;

  /** Per word of {@link #starts}, how many bits are set before it. */
  private final int[] startsBefore;

  private GroupRuns(long[] distinct, long[] starts, int[] startsBefore) {
    this.distinct = distinct;
    this.starts = starts;
    this.startsBefore = startsBefore;
  }

  /**
   * @param groups of each item, equal ones side by side
   */
  static GroupRuns of(long[] groups) {
    int words = (groups.length + Long.SIZE - 1) / Long.SIZE;
    long[] starts = new long[words];
    int[] before = new int[words];
    long[] distinct = new long[groups.length];
    int count = 0;
    for (int i = 0; i < groups.length; i++) {
      if (i % Long.SIZE == 0) {
        before[i / Long.SIZE] = count;
      }
      if (i == 0 || groups[i] != groups[i - 1]) {
        starts[i / Long.SIZE] |= 1L << i;
        distinct[count++] = groups[i];
      }
    }
    return new GroupRuns(Arrays.copyOf(distinct, count), starts, before);
  }

  /** The group of the item at {@code index}. */
  long at(int index) {
    int word = index / Long.SIZE;
    long startsUpToIndex = starts[word] << ~index;
    return distinct[startsBefore[word] + Long.bitCount(startsUpToIndex) - 1];
  }
}
