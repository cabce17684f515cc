package dev.stillmark.detection.random;

/**
 * Scratch space of one thread that decides a few pairs of a seed and an element side by side, a
 * lane of a vector each.
 *
 * <p>What {@link HeadMemberships} does in plain Java, with the same answers; deciding allocates
 * nothing.
 */
public interface HeadLanes {

  /** What stands in place of an element that is in the head of its permutation. */
  int IN_HEAD = -1;

  /** How many pairs are decided at a time. */
  int lanes();

  /**
   * Decides as many pairs as there are lanes, from index {@code from} on.
   *
   * @param elements 0..size-1; afterwards {@link #IN_HEAD} or anything else
   */
  void decide(int[] seeds, int[] elements, int from);
}
