package dev.stillmark.detection.radioactivity;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.verdict.Tally;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PairIndex;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ScorablePositions;
import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.detection.watermark.synthid.SynthIdScheme;
import dev.stillmark.detection.watermark.synthid.TableNull;
import java.util.BitSet;

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
  private long[] freshSeeds = new long[0];
  private int[] freshPositions = new int[0];
  private long[] scores = new long[0];
  private int counted;

  /** Seeds of g-values, where they are places in a table. */
  private final BitSet seedSet = new BitSet();

  DistinctDraws(KeyedScheme keyed) {
    this.scheme = keyed.scheme();
    this.scorer = keyed.scorer();
    this.bySeed = Tally.of(scheme.law());
    this.tellsSeedsApart = scheme.law() instanceof NullLaw.Bits;
    this.byItem = tellsSeedsApart ? Tally.of(scheme.law()) : bySeed;
  }

  /** Adds the draws at these positions; those that are new are scored together. */
  void add(long[] ids, int[] positions, int from, int to) {
    makeRoom(to - from);
    int fresh = 0;
    for (int i = from; i < to; i++) {
      int known = draws.size();
      long seed = scorer.seedAt(ids, positions[i]);
      if (draws.of(seed, scorer.itemAt(ids, positions[i])) == known) {
        freshSeeds[fresh] = seed;
        freshPositions[fresh++] = positions[i];
      }
    }
    scorer.scoresAt(ids, freshPositions, fresh, scores);
    for (int i = 0; i < fresh; i++) {
      count(freshSeeds[i], ids[freshPositions[i]], scores[i]);
    }
  }

  private void makeRoom(int positions) {
    if (positions > scores.length) {
      freshSeeds = new long[positions];
      freshPositions = new int[positions];
      scores = new long[positions];
    }
  }

  private void count(long seed, long token, long score) {
    if (tellsSeedsApart && seed >>> Integer.SIZE == 0 && (int) seed >= 0) {
      seedSet.set((int) seed);
    }
    bySeed.add(groupOf(seed, ScorablePositions.isDrawn(scheme, token)), score);
    counted++;
    if (tellsSeedsApart) {
      byItem.add(counted, score);
    }
  }

  /** Only draws without replacement, and g-values, care which seed they came from. */
  private int groupOf(long seed, boolean drawn) {
    return switch (scheme.law()) {
      case NullLaw.GreenList _, NullLaw.Bits _ -> drawn ? seeds.of(seed, 0) : seeds.of(counted, 1);
      case NullLaw.FixedList _ -> drawn ? 0 : counted + 1;
      case NullLaw.Coin _, NullLaw.Uniform _, NullLaw.TwoUniforms _ -> counted;
    };
  }

  /**
   * The figures of a unit of evidence each. Where keys turn a table of g-values their exact tail
   * takes the place of the binomial one, which is only conservative.
   */
  Figures exactBySeed(long tokens) {
    Figures figures = Figures.of(tokens, bySeed);
    return scheme instanceof SynthIdScheme synthId && TableNull.knows(synthId.dialect())
        ? figures.withLog10P(TableNull.of(synthId, seedSet).log10P((long) figures.statistic()))
        : figures;
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
