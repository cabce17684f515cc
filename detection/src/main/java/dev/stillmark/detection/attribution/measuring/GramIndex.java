package dev.stillmark.detection.attribution.measuring;

/**
 * Which answers to one prompt hold which grams.
 *
 * <p>An open-addressing table of grams, each with the list of its holders. Answers must be added
 * one after the other.
 */
final class GramIndex {

  private static final int NONE = 0;

  private final int mask;
  private final long[] grams;
  private final int[] lastHolding;
  private final int[] holders;
  private final int[] holdingBefore;
  private final int[] sharedSlots;
  private int shared;
  private int holdings;

  /**
   * @param most no fewer than all answers have grams, repeated ones counted
   */
  GramIndex(int most) {
    int slots = Integer.highestOneBit(Math.max(8, most + most / 4)) * 2;
    mask = slots - 1;
    grams = new long[slots];
    lastHolding = new int[slots];
    holders = new int[most + 1];
    holdingBefore = new int[most + 1];
    sharedSlots = new int[most / 2 + 1];
  }

  /** The number of distinct grams that this answer holds. */
  int add(int answer, long[] of, int count) {
    int before = holdings;
    for (int i = 0; i < count; i++) {
      add(answer, of[i]);
    }
    return holdings - before;
  }

  private void add(int answer, long gram) {
    int slot = (int) gram & mask;
    while (lastHolding[slot] != NONE && grams[slot] != gram) {
      slot = (slot + 1) & mask;
    }
    int last = lastHolding[slot];
    if (last == NONE) {
      grams[slot] = gram;
    } else if (holders[last] == answer) {
      return;
    } else if (holdingBefore[last] == NONE) {
      sharedSlots[shared++] = slot;
    }
    holdings++;
    holders[holdings] = answer;
    holdingBefore[holdings] = last;
    lastHolding[slot] = holdings;
  }

  /** Adds every gram that two answers or more hold to the sums of their pairs. */
  void addSharedTo(PairSums sums) {
    int[] sharing = new int[sums.answers()];
    for (int i = 0; i < shared; i++) {
      int count = 0;
      int holding = lastHolding[sharedSlots[i]];
      while (holding != NONE) {
        sharing[count++] = holders[holding];
        holding = holdingBefore[holding];
      }
      sums.add(sharing, count);
    }
  }
}
