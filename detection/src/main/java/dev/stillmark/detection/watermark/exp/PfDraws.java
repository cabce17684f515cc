package dev.stillmark.detection.watermark.exp;

import dev.stillmark.detection.random.SaltedSeeds;
import dev.stillmark.detection.random.TorchDraws;
import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.WatermarkKey;

/**
 * The draws of MarkLLM's PF under one key. Ids outside [0, V) own the draw of their residue.
 * Immutable apart from a memory of draws; safe for use by many threads.
 */
final class PfDraws implements KeyedScheme {

  private static final int GREATEST_DRAW = (1 << 24) - 1;

  private final PfScheme scheme;
  private final SaltedSeeds seeds;
  private final TorchDraws draws = new TorchDraws();

  PfDraws(PfScheme scheme, WatermarkKey key) {
    this.scheme = scheme;
    this.seeds = new SaltedSeeds(key.value(), scheme.ngram());
  }

  @Override
  public PfScheme scheme() {
    return scheme;
  }

  @Override
  public int firstPosition() {
    return scheme.ngram();
  }

  @Override
  public PositionScorer scorer() {
    return new Scorer();
  }

  /** The reference cannot score anything: it makes numbers of arrays, as NumPy 2.4 forbids. */
  @Override
  public ReferenceFigures reference(long[] ids, long[] promptIds) {
    if (ids.length > scheme.ngram() + 1) {
      throw new RefusedSequence(
          "reference-fails",
          "a sequence must hold no scored token, as MarkLLM's PF fails on one, but holds "
              + (ids.length - scheme.ngram() - 1));
    }
    return new ReferenceFigures(0, null, 0.0, null, null, false);
  }

  private final class Scorer implements PositionScorer {

    private final TorchGenerator scratch = new TorchGenerator();

    @Override
    public long seedAt(long[] ids, int position) {
      return seeds.at(ids, position) & 0xffff_ffffL;
    }

    @Override
    public long itemAt(long[] ids, int position) {
      return Math.floorMod(ids[position], scheme.vocabularySize());
    }

    @Override
    public long scoreAt(long[] ids, int position) {
      int seed = (int) seeds.at(ids, position);
      return (long) GREATEST_DRAW - draws.at(seed, (int) itemAt(ids, position), scratch);
    }
  }
}
