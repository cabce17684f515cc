package dev.stillmark.detection.random;

import org.jspecify.annotations.Nullable;

/**
 * Which elements are among the first {@code head} of torch.randperm(size), for many seeds at a
 * time.
 *
 * <p>Where this process has {@link HeadLanes}, as many pairs as they hold are decided at a time.
 * Otherwise, and for the few that are left over, four seeds are filled side by side, and elements
 * behind the same seed share its draws, so it pays to keep equal seeds together. Scratch space for
 * one thread: deciding allocates nothing.
 */
public final class HeadMemberships {

  private final HeadSieve sieve;
  private final int head;
  private final int size;
  private final SeedLanes lanes = new SeedLanes();
  private final int[] laneSeeds = new int[SeedLanes.LANES];
  private final int[] laneEnds = new int[SeedLanes.LANES];
  private final MersenneTwister twister;
  private final @Nullable HeadLanes wide;

  /**
   * @param head how many elements count, in 0..size-1
   * @param size of the permutation, small enough for torch to draw 32 bits a swap
   */
  public HeadMemberships(int head, int size) {
    SwapTables swaps = SwapTables.of(head, size);
    this.sieve = new HeadSieve(swaps);
    this.wide = LanesFound.lanesFor(swaps);
    this.head = head;
    this.size = size;
    this.twister = new MersenneTwister(head);
  }

  boolean areFor(int head, int size) {
    return this.head == head && this.size == size;
  }

  /** Whether {@code element} is in the head of the permutation behind {@code seed}. */
  public boolean contains(int seed, int element) {
    twister.seed(seed);
    twister.hold(head);
    return isIn(sieve.follow(element, twister.words()));
  }

  /**
   * Decides the first {@code count} pairs of a seed and an element.
   *
   * @param elements 0..size-1; afterwards {@link #isIn} tells of each whether it is in its head
   */
  public void decide(int[] seeds, int[] elements, int count) {
    int at = decideInLanes(seeds, elements, count);
    while (at < count) {
      int used = 0;
      for (int end = at; used < SeedLanes.LANES && end < count; used++) {
        laneSeeds[used] = seeds[end];
        end = endOfRun(seeds, end, count);
        laneEnds[used] = end;
      }
      lanes.seed(laneSeeds);
      for (int lane = 0; lane < used; lane++) {
        lanes.copyTo(twister, lane);
        follow(elements, at, laneEnds[lane]);
        at = laneEnds[lane];
      }
    }
  }

  /** Whether pairs are decided in {@link HeadLanes}, wherever enough of them come together. */
  public boolean haveLanes() {
    return wide != null;
  }

  /** How many of the first pairs were decided: all but fewer than there are lanes. */
  private int decideInLanes(int[] seeds, int[] elements, int count) {
    HeadLanes lanesAtOnce = wide;
    int at = 0;
    if (lanesAtOnce != null) {
      for (; count - at >= lanesAtOnce.lanes(); at += lanesAtOnce.lanes()) {
        lanesAtOnce.decide(seeds, elements, at);
      }
    }
    return at;
  }

  /** What {@link #decide} left of an element that is in the head of its permutation. */
  public static boolean isIn(int decided) {
    return decided == HeadSieve.DRAWN;
  }

  private static int endOfRun(int[] seeds, int start, int count) {
    int end = start + 1;
    while (end < count && seeds[end] == seeds[start]) {
      end++;
    }
    return end;
  }

  /**
   * All draws first, then all places: a draw more costs less than the compiler loses where one loop
   * holds both.
   */
  private void follow(int[] places, int start, int end) {
    twister.hold(head);
    for (int i = start; i < end; i++) {
      places[i] = sieve.follow(places[i], twister.words());
    }
  }
}
