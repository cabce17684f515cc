package dev.stillmark.detection.watermark.threebricks;

import dev.stillmark.detection.random.SaltedSeeds;
import dev.stillmark.detection.random.TorchDraws;
import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.WatermarkKey;

/**
 * The uniform draws of one Gumbel scheme under one key.
 *
 * <p>Ids outside [0, V) own the draw of their residue modulo V, as the reference's rolled array
 * says, and seed like any other id. Immutable apart from a memory of draws; safe for use by many
 * threads.
 */
final class OpenaiDraws implements KeyedScheme {

  private final OpenaiScheme scheme;
  private final SaltedSeeds seeds;
  private final TorchDraws draws = new TorchDraws();

  OpenaiDraws(OpenaiScheme scheme, WatermarkKey key) {
    this.scheme = scheme;
    this.seeds = new SaltedSeeds(key.value(), scheme.ngram());
  }

  @Override
  public OpenaiScheme scheme() {
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

  @Override
  public ReferenceFigures reference(long[] ids, long[] promptIds) {
    return OpenaiReference.of(this, ids).figures();
  }

  int seedAt(long[] ids, int position) {
    return (int) seeds.at(ids, position);
  }

  /** The draw that a token owns under a payload. */
  int drawOf(long token, int payload) {
    return Math.floorMod(token + payload, scheme.vocabularySize());
  }

  private final class Scorer implements PositionScorer {

    private final TorchGenerator scratch = new TorchGenerator();

    @Override
    public long seedAt(long[] ids, int position) {
      return Integer.toUnsignedLong(OpenaiDraws.this.seedAt(ids, position));
    }

    @Override
    public long itemAt(long[] ids, int position) {
      return drawOf(ids[position], scheme.payload());
    }

    @Override
    public long scoreAt(long[] ids, int position) {
      int draw = drawOf(ids[position], scheme.payload());
      return draws.at(OpenaiDraws.this.seedAt(ids, position), draw, scratch);
    }
  }
}
