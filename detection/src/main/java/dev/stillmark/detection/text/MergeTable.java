package dev.stillmark.detection.text;

import java.util.Arrays;

/** From a pair of ids to the rank of their merge and the id that they become, without boxing. */
final class MergeTable {

  static final int NONE = Integer.MAX_VALUE;

  private static final long EMPTY = -1;

  private final int mask;
  private final long[] pairs;
  private final int[] ranks;
  private final int[] merged;

  MergeTable(int expected) {
    int slots = Integer.highestOneBit(Math.max(8, expected)) * 4;
    mask = slots - 1;
    pairs = new long[slots];
    ranks = new int[slots];
    merged = new int[slots];
    Arrays.fill(pairs, EMPTY);
    Arrays.fill(ranks, NONE);
  }

  /** False if the pair was there already. */
  boolean add(int left, int right, int rank, int into) {
    int slot = slot(left, right);
    if (pairs[slot] != EMPTY) {
      return false;
    }
    pairs[slot] = pair(left, right);
    ranks[slot] = rank;
    merged[slot] = into;
    return true;
  }

  /** The rank of the merge of this pair, or {@link #NONE}. */
  int rank(int left, int right) {
    return ranks[slot(left, right)];
  }

  /** What this pair becomes; only for a pair that has a rank. */
  int merged(int left, int right) {
    return merged[slot(left, right)];
  }

  private int slot(int left, int right) {
    long pair = pair(left, right);
    long mixed = pair * 0x9e3779b97f4a7c15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (pairs[slot] != pair && pairs[slot] != EMPTY) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long pair(int left, int right) {
    return ((long) left << 32) | right;
  }
}
