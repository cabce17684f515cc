package dev.stillmark.detection.watermark;

import java.nio.LongBuffer;
import java.util.HashSet;
import java.util.Set;

/** What a detector of the three_bricks family has scored so far, in one text or in many. */
public final class ScoredTuples {

  private final ScoringMethod method;
  private final int window;
  private final Set<LongBuffer> seen = new HashSet<>();

  /**
   * @param window tokens before the scored one
   */
  public ScoredTuples(ScoringMethod method, int window) {
    this.method = method;
    this.window = window;
  }

  /** Whether this position is to be scored; from then on its like is not. */
  public boolean add(long[] ids, int position) {
    return switch (method) {
      case NONE -> true;
      case V1 -> seen.add(tuple(ids, position, window));
      case V2 -> seen.add(tuple(ids, position, window + 1));
    };
  }

  private LongBuffer tuple(long[] ids, int position, int length) {
    return LongBuffer.wrap(ids, position - window, length);
  }
}
