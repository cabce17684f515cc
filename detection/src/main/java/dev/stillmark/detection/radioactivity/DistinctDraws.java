package dev.stillmark.detection.radioactivity;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.verdict.Tally;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PairIndex;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ScorablePositions;
import dev.stillmark.detection.watermark.WatermarkScheme;

/**
 * The distinct draws of one key over any number of sequences, each scored and tallied once. Belongs
 * to one thread.
 *
 * <p>Two tallies: by seed, where all of a seed's g-values are one unit (the law of g-values decides
 * that), and by item, where each distinct n-gram is one. They differ for g-values only.
 */
final class DistinctDraws {

  private final WatermarkScheme scheme;
  private final PositionScorer scorer;
  private final PairIndex draws = new PairIndex();
  private final PairIndex seeds = new PairIndex();
  private final Tally bySeed;
  private final Tally byItem;
  private final boolean tellsSeedsApart;

  DistinctDraws(KeyedScheme keyed) {
    this.scheme = keyed.scheme();
    this.scorer = keyed.scorer();
    this.bySeed = Tally.of(scheme.law());
    this.tellsSeedsApart = scheme.law() instanceof NullLaw.Bits;
    this.byItem = tellsSeedsApart ? Tally.of(scheme.law()) : bySeed;
  }

  void add(long[] ids, int position) {
    long seed = scorer.seedAt(ids, position);
    int known = draws.size();
    if (draws.of(seed, scorer.itemAt(ids, position)) < known) {
      return;
    }
    long score = scorer.scoreAt(ids, position);
    boolean drawn = ScorablePositions.isDrawn(scheme, ids[position]);
    bySeed.add(groupOf(seed, drawn), score);
    if (tellsSeedsApart) {
      byItem.add(known, score);
    }
  }

  /** Only draws without replacement, and g-values, care which seed they came from. */
  private int groupOf(long seed, boolean drawn) {
    return switch (scheme.law()) {
      case NullLaw.GreenList _, NullLaw.Bits _ ->
          drawn ? seeds.of(seed, 0) : seeds.of(draws.size(), 1);
      case NullLaw.FixedList _ -> drawn ? 0 : draws.size();
      case NullLaw.Coin _, NullLaw.Uniform _, NullLaw.TwoUniforms _ -> draws.size();
    };
  }

  /** The tally of a unit of evidence each. */
  Tally bySeed() {
    return bySeed;
  }

  /** The tally of distinct items, whatever their seed. */
  Tally byItem() {
    return byItem;
  }
}
