package dev.stillmark.detection.watermark.kgw;

import dev.stillmark.detection.random.HeadMemberships;
import dev.stillmark.detection.watermark.PositionScorer;

/**
 * Scores positions under one key for one thread: 1 where the token is green.
 *
 * <p>Pairs that come again are remembered; new ones are decided in batches, in the order of their
 * seeds, so that those behind one seed share its draws.
 */
final class GreenScorer implements PositionScorer {

  private static final int BATCH = 512;

  private final GreenLists lists;
  private final HeadMemberships heads;
  private final PairMemory memory = new PairMemory();

  /** Undecided pairs of a batch: the seed above, the place among the batch's positions below. */
  private final long[] pending = new long[BATCH];

  private final int[] seeds = new int[BATCH];
  private final int[] tokens = new int[BATCH];

  GreenScorer(GreenLists lists) {
    this.lists = lists;
    this.heads = lists.scheme().memberships();
  }

  @Override
  public long seedAt(long[] ids, int position) {
    return Integer.toUnsignedLong(lists.seedAt(ids, position));
  }

  @Override
  public long scoreAt(long[] ids, int position) {
    if (!lists.scheme().holds(ids[position])) {
      return 0;
    }
    int seed = lists.seedAt(ids, position);
    int token = (int) ids[position];
    int known = memory.recall(seed, token);
    if (known != PairMemory.UNKNOWN) {
      return known;
    }
    boolean green = heads.contains(seed, token);
    memory.remember(seed, token, green);
    return green ? 1 : 0;
  }

  @Override
  public void scoresAt(long[] ids, int[] positions, int count, long[] scores) {
    for (int from = 0; from < count; from += BATCH) {
      int size = Math.min(BATCH, count - from);
      int undecided = recall(ids, positions, from, size, scores);
      sort(pending, undecided);
      for (int i = 0; i < undecided; i++) {
        seeds[i] = (int) (pending[i] >>> Integer.SIZE);
        tokens[i] = (int) ids[positions[from + (int) pending[i]]];
      }
      heads.decide(seeds, tokens, undecided);
      remember(ids, positions, from, undecided, scores);
    }
  }

  /** Shell's sort, in gaps of 3h + 1: the library's allocates. */
  private static void sort(long[] values, int size) {
    for (int gap = 121; gap > 0; gap /= 3) {
      for (int i = gap; i < size; i++) {
        long value = values[i];
        int to = i;
        while (to >= gap && values[to - gap] > value) {
          values[to] = values[to - gap];
          to -= gap;
        }
        values[to] = value;
      }
    }
  }

  /** Writes the scores that are known and collects the pairs that are not. */
  private int recall(long[] ids, int[] positions, int from, int size, long[] scores) {
    int undecided = 0;
    for (int i = 0; i < size; i++) {
      int at = positions[from + i];
      int seed = lists.seedAt(ids, at);
      int known = lists.scheme().holds(ids[at]) ? memory.recall(seed, (int) ids[at]) : 0;
      if (known == PairMemory.UNKNOWN) {
        pending[undecided++] = (long) seed << Integer.SIZE | i;
      } else {
        scores[from + i] = known;
      }
    }
    return undecided;
  }

  private void remember(long[] ids, int[] positions, int from, int undecided, long[] scores) {
    for (int i = 0; i < undecided; i++) {
      int place = from + (int) pending[i];
      boolean green = HeadMemberships.isIn(tokens[i]);
      scores[place] = green ? 1 : 0;
      memory.remember(seeds[i], (int) ids[positions[place]], green);
    }
  }
}
