package dev.stillmark.detection.validity;

import dev.stillmark.detection.watermark.ScoredTuples;
import dev.stillmark.detection.watermark.ScoringMethod;
import dev.stillmark.detection.watermark.WatermarkScheme;

/**
 * What one key's text adds up to if every position, every distinct window or every distinct draw is
 * taken for a fresh draw. Belongs to one thread.
 */
final class UnitTallies {

  private final long[] ids;
  private final int context;
  private final ScoredTuples seen;
  private final NaiveTally positions;
  private final NaiveTally windows;
  private final NaiveTally draws;

  /** Units so far, and their z. */
  record Count(int units, double z) {

    static Count of(NaiveTally tally) {
      return new Count(tally.scores(), tally.z());
    }
  }

  record Counts(Count positions, Count windows, Count draws) {}

  UnitTallies(WatermarkScheme scheme, long[] ids) {
    this.ids = ids;
    this.context = scheme.seedingContext();
    this.seen = new ScoredTuples(ScoringMethod.V2, context);
    this.positions = new NaiveTally(scheme.law());
    this.windows = new NaiveTally(scheme.law());
    this.draws = new NaiveTally(scheme.law());
  }

  /**
   * @param isNewDraw whether no earlier position had this one's draw
   */
  void add(int position, long score, boolean isNewDraw) {
    positions.add(score);
    // A window that reaches before the text is padded, and like no other in how much.
    if (position < context || seen.add(ids, position)) {
      windows.add(score);
    }
    if (isNewDraw) {
      draws.add(score);
    }
  }

  Counts counts() {
    return new Counts(Count.of(positions), Count.of(windows), Count.of(draws));
  }

  double log10POfPositions() {
    return positions.log10P();
  }
}
