package dev.stillmark.lanes;

import static dev.stillmark.lanes.TwisterLanes.LANES;
import static dev.stillmark.lanes.TwisterLanes.SPECIES;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.ULE;
import static jdk.incubator.vector.VectorOperators.UMIN;

import dev.stillmark.detection.random.SwapTables;
import jdk.incubator.vector.IntVector;

/**
 * Asks of eight lanes at once whether any swap of a run may draw the lane's place.
 *
 * <p>Odd and even divisors come in turns. Of an odd one the quotient says all, so the least of a
 * run is compared once, with what passes for its smallest divisor; an even one has its low bits and
 * limit looked at. One loop each, without branches. Immutable.
 */
final class LaneSieve {

  private final SwapTables swaps;

  LaneSieve(SwapTables swaps) {
    this.swaps = swaps;
  }

  /**
   * The lanes, a bit each, in which swaps {@code from..to-1} may draw the lane's place; in all
   * others they don't.
   *
   * @param complements size - place of each lane
   * @param start the swap that the first of {@code draws} belongs to
   */
  long mayDraw(int[] complements, int[] draws, int start, int from, int to) {
    int even = from + (swaps.size() - from & 1);
    int odd = from + (swaps.size() - from + 1 & 1);
    int smallest = swaps.size() - to + 1;
    int limit = (int) (swaps.greatestSum() / smallest);
    return byOdd(complements, draws, start, odd, to, limit)
        | byEven(complements, draws, start, even, to);
  }

  private long byOdd(int[] complements, int[] draws, int start, int from, int to, int limit) {
    int[] inverses = swaps.oddInverses();
    IntVector complement = IntVector.fromArray(SPECIES, complements, 0);
    IntVector least = IntVector.broadcast(SPECIES, -1);
    for (int i = from; i < to; i += 2) {
      IntVector sum = IntVector.fromArray(SPECIES, draws, (i - start) * LANES).add(complement);
      least = least.lanewise(UMIN, sum.mul(inverses[i]));
    }
    return least.compare(ULE, limit).toLong();
  }

  private long byEven(int[] complements, int[] draws, int start, int from, int to) {
    int[] inverses = swaps.oddInverses();
    int[] lows = swaps.lowBits();
    int[] limits = swaps.halfLimits();
    IntVector complement = IntVector.fromArray(SPECIES, complements, 0);
    IntVector passed = IntVector.zero(SPECIES);
    for (int i = from; i < to; i += 2) {
      IntVector sum = IntVector.fromArray(SPECIES, draws, (i - start) * LANES).add(complement);
      IntVector quotient = sum.mul(inverses[i]).or(sum.mul(lows[i]));
      passed = passed.or(quotient.lanewise(LSHR, 1).sub(limits[i]));
    }
    return passed.compare(LT, 0).toLong();
  }
}
