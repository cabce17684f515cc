package dev.stillmark.lanes;

import static dev.stillmark.lanes.TwisterLanes.LANES;

import dev.stillmark.detection.random.HeadLanes;
import dev.stillmark.detection.random.SwapTables;
import jdk.incubator.vector.IntVector;

/**
 * Follows eight elements, each through the first swaps of a permutation of its own.
 *
 * <p>A place stays what it is until it is drawn, or until its own swap moves it to where the drawn
 * one was. So a run of draws is sieved for all lanes up to the next swap that is some lane's own,
 * and a lane that passes is looked at again draw by draw.
 */
final class VectorLanes implements HeadLanes {

  private static final int ALL = (1 << LANES) - 1;

  private final SwapTables swaps;
  private final LaneSieve sieve;
  private final TwisterLanes twisters = new TwisterLanes();
  private final int[] places = new int[LANES];
  private final int[] complements = new int[LANES];
  private int undecided;

  VectorLanes(SwapTables swaps) {
    this.swaps = swaps;
    this.sieve = new LaneSieve(swaps);
  }

  /** Whether this machine's vectors hold the lanes. */
  static boolean fit() {
    return IntVector.SPECIES_PREFERRED.length() >= LANES;
  }

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void decide(int[] seeds, int[] elements, int from) {
    twisters.seed(seeds, from);
    for (int lane = 0; lane < LANES; lane++) {
      putAt(elements[from + lane], lane);
    }
    undecided = ALL;
    int swap = 0;
    while (swap < swaps.head() && undecided != 0) {
      int end = swap + twisters.drawRun(swaps.head() - swap);
      follow(swap, end);
      swap = end;
    }
    System.arraycopy(places, 0, elements, from, LANES);
  }

  private void putAt(int place, int lane) {
    places[lane] = place;
    complements[lane] = swaps.size() - place;
  }

  private void follow(int start, int end) {
    int from = start;
    while (from < end) {
      int to = endOfStanding(from, end);
      takeDrawn(start, from, to);
      move(start, to - 1);
      from = to;
    }
  }

  /** Behind the first swap from {@code from} on that is a lane's own, or {@code end}. */
  private int endOfStanding(int from, int end) {
    int to = end;
    for (int place : places) {
      if (place >= from && place < to) {
        to = place + 1;
      }
    }
    return to;
  }

  private void takeDrawn(int start, int from, int to) {
    int passed = (int) sieve.mayDraw(complements, twisters.draws(), start, from, to) & undecided;
    while (passed != 0) {
      int lane = Integer.numberOfTrailingZeros(passed);
      passed &= passed - 1;
      if (isDrawn(lane, start, from, to)) {
        places[lane] = IN_HEAD;
        undecided &= ~(1 << lane);
      }
    }
  }

  private boolean isDrawn(int lane, int start, int from, int to) {
    int[] draws = twisters.draws();
    int complement = complements[lane];
    for (int i = from; i < to; i++) {
      int sum = draws[(i - start) * LANES + lane] + complement;
      if (swaps.mayDivide(i, sum) && drawnBy(i, lane, start) == places[lane]) {
        return true;
      }
    }
    return false;
  }

  /** Moves the lanes whose own swap this is, and which it did not draw. */
  private void move(int start, int swap) {
    for (int lane = 0; lane < LANES; lane++) {
      if (places[lane] == swap) {
        putAt(drawnBy(swap, lane, start), lane);
      }
    }
  }

  private int drawnBy(int swap, int lane, int start) {
    int draw = twisters.draws()[(swap - start) * LANES + lane];
    return swap + Integer.remainderUnsigned(draw, swaps.size() - swap);
  }
}
