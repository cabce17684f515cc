package dev.stillmark.detection.watermark.textseal;

import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.ScoredTuples;
import dev.stillmark.detection.watermark.WatermarkKey;

/**
 * TextSeal's levels under one key. Any ids will do, as no vocabulary is asked. Immutable and safe
 * for use by many threads.
 */
final class TextsealLevels implements KeyedScheme {

  private final TextsealScheme scheme;
  private final LevelHash hash;
  private final int green;

  TextsealLevels(TextsealScheme scheme, WatermarkKey key) {
    this.scheme = scheme;
    this.hash = new LevelHash(key, scheme.ngram());
    this.green = LevelHash.levelsBelow(scheme.gamma());
  }

  @Override
  public TextsealScheme scheme() {
    return scheme;
  }

  @Override
  public int firstPosition() {
    return scheme.ngram();
  }

  @Override
  public PositionScorer scorer() {
    return switch (scheme.method()) {
      case GREENLIST, DIPMARK, GUMBELMAX -> new Levels();
      case SYNTHID, SYNTHID_WEIGHTED -> new Layers();
    };
  }

  @Override
  public ReferenceFigures reference(long[] ids, long[] promptIds) {
    ScoredTuples seen = new ScoredTuples(scheme.scoringMethod(), scheme.ngram());
    return TextsealReference.of(this, ids, seen).figures();
  }

  private int levelAt(long[] ids, int position) {
    return LevelHash.level(hash.word(ids, position, 0));
  }

  private long layersAt(long[] ids, int position) {
    long bits = 0;
    for (int layer = 0; layer < scheme.depth(); layer++) {
      boolean set = LevelHash.level(hash.word(ids, position, layer)) < green;
      bits |= (set ? 1L : 0L) << layer;
    }
    return bits;
  }

  /** One level a position: the unit is what the hash has been given, whatever that came from. */
  private final class Levels implements PositionScorer {

    private final boolean asBit = scheme.method() != Method.GUMBELMAX;

    @Override
    public long seedAt(long[] ids, int position) {
      return hash.word(ids, position, 0);
    }

    @Override
    public long itemAt(long[] ids, int position) {
      return 0;
    }

    @Override
    public long scoreAt(long[] ids, int position) {
      int level = levelAt(ids, position);
      return asBit ? (level < green ? 1 : 0) : level;
    }
  }

  /**
   * All layers of a position. Ids that lie close together share most of their layers, so a context
   * is one unit, of which the law counts one token: the reference's v2 would count shared levels
   * again and again.
   */
  private final class Layers implements PositionScorer {

    @Override
    public long seedAt(long[] ids, int position) {
      return hash.contextWord(ids, position);
    }

    @Override
    public long scoreAt(long[] ids, int position) {
      return layersAt(ids, position);
    }
  }
}
