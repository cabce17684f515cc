package dev.stillmark.detection.watermark;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Green ids of a scheme whose seed depends on the candidate itself: each of the likeliest
 * candidates is tried in its place, the others count as red.
 */
public final class CandidateGreens implements GreenIds {

  private final int firstPosition;
  private final PositionScorer scorer;
  private final int tried;

  /**
   * @param keyed a scheme whose scores are green bits
   * @param tried how many candidates are tried
   */
  public CandidateGreens(KeyedScheme keyed, int tried) {
    if (tried < 1) {
      throw new IllegalArgumentException("tried must be at least 1 but is " + tried);
    }
    this.firstPosition = keyed.firstPosition();
    this.scorer = keyed.scorer();
    this.tried = tried;
  }

  @Override
  public BitSet next(double[] probabilities, long[] ids, int length) {
    BitSet green = new BitSet();
    if (length < firstPosition) {
      return green;
    }
    long[] tokens = Arrays.copyOf(ids, length + 1);
    for (int candidate : candidates(probabilities)) {
      tokens[length] = candidate;
      green.set(candidate, scorer.scoreAt(tokens, length) == 1);
    }
    return green;
  }

  private int[] candidates(double[] probabilities) {
    return tried < probabilities.length
        ? likeliest(probabilities, tried)
        : IntStream.range(0, probabilities.length).toArray();
  }

  /**
   * The ids of the {@code count} largest probabilities, the lower id first where they are equal.
   */
  private static int[] likeliest(double[] probabilities, int count) {
    int[] best = new int[count];
    int found = 0;
    for (int id = 0; id < probabilities.length; id++) {
      if (found < count || probabilities[id] > probabilities[best[count - 1]]) {
        int at = found < count ? found++ : count - 1;
        for (; at > 0 && probabilities[best[at - 1]] < probabilities[id]; at--) {
          best[at] = best[at - 1];
        }
        best[at] = id;
      }
    }
    return best;
  }
}
