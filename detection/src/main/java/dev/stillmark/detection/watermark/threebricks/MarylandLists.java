package dev.stillmark.detection.watermark.threebricks;

import dev.stillmark.detection.random.SaltedSeeds;
import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.WatermarkKey;

/**
 * The green lists of one scheme under one key.
 *
 * <p>As evidence ids outside [0, V) are red; in the reference's own figures they have the colour of
 * their residue modulo V. Immutable and safe for use by many threads.
 */
final class MarylandLists implements KeyedScheme {

  private final MarylandScheme scheme;
  private final SaltedSeeds seeds;

  MarylandLists(MarylandScheme scheme, WatermarkKey key) {
    this.scheme = scheme;
    this.seeds = new SaltedSeeds(key.value(), scheme.ngram());
  }

  @Override
  public MarylandScheme scheme() {
    return scheme;
  }

  @Override
  public int firstPosition() {
    return scheme.ngram();
  }

  @Override
  public PositionScorer scorer() {
    return new Memberships();
  }

  @Override
  public ReferenceFigures reference(long[] ids, long[] promptIds) {
    return MarylandReference.of(this, ids).figures();
  }

  int seedAt(long[] ids, int position) {
    return (int) seeds.at(ids, position);
  }

  /** Whether a token is green under a seed and the scheme's own payload. */
  boolean isGreen(int seed, long token, TorchGenerator scratch) {
    int place = Math.floorMod(token + scheme.payload(), scheme.vocabularySize());
    return scratch.isInHead(seed, place, scheme.greenListSize(), scheme.vocabularySize());
  }

  private final class Memberships implements PositionScorer {

    private final TorchGenerator scratch = new TorchGenerator();

    @Override
    public long seedAt(long[] ids, int position) {
      return Integer.toUnsignedLong(MarylandLists.this.seedAt(ids, position));
    }

    @Override
    public long scoreAt(long[] ids, int position) {
      long token = ids[position];
      boolean known = token >= 0 && token < scheme.vocabularySize();
      return known && isGreen(MarylandLists.this.seedAt(ids, position), token, scratch) ? 1 : 0;
    }
  }
}
