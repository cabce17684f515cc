package dev.stillmark.detection.validity;

import dev.stillmark.detection.verdict.Tally;
import dev.stillmark.detection.watermark.ScoredTuples;
import dev.stillmark.detection.watermark.ScoringMethod;
import dev.stillmark.detection.watermark.WatermarkScheme;

/**
 * What one key's text adds up to by its positions, by its distinct windows and by its distinct
 * draws. Belongs to one thread.
 *
 * <p>Positions and windows are taken for fresh draws, as customary tests do.
 */
final class UnitTallies {

  private final DrawIndex index;
  private final long[] ids;
  private final int context;
  private final ScoredTuples seen;
  private final NaiveTally positions;
  private final NaiveTally windows;
  private final Tally draws;
  private int distinctDraws;

  /** Units so far, and their z. */
  record Count(int units, double z) {

    static Count of(NaiveTally tally) {
      return new Count(tally.scores(), tally.z());
    }
  }

  record Counts(Count positions, Count windows, Count draws) {}

  /**
   * @param index knows the draws of {@code ids}
   */
  UnitTallies(WatermarkScheme scheme, DrawIndex index, long[] ids) {
    this.index = index;
    this.ids = ids;
    this.context = scheme.seedingContext();
    this.seen = new ScoredTuples(ScoringMethod.V2, context);
    this.positions = new NaiveTally(scheme.law());
    this.windows = new NaiveTally(scheme.law());
    this.draws = Tally.of(scheme.law());
  }

  void add(int position, int draw) {
    long score = index.score(draw);
    positions.add(score);
    // A window that reaches before the text is padded, and like no other in how much.
    if (position < context || seen.add(ids, position)) {
      windows.add(score);
    }
    if (draw == distinctDraws) {
      index.addTo(draws, draw);
      distinctDraws++;
    }
  }

  Counts counts() {
    return new Counts(Count.of(positions), Count.of(windows), new Count(distinctDraws, draws.z()));
  }

  double log10POfPositions() {
    return positions.log10P();
  }

  double log10POfDraws() {
    return draws.log10PBound();
  }
}
