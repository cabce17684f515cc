package dev.stillmark.detection.watermark.synthid;

import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;

/**
 * The g-values of one scheme under one key: for every position a bit from each layer, layer l in
 * bit l.
 *
 * <p>Immutable and safe for use by many threads. Ids may be any 64-bit integers, as in the
 * references.
 */
public final class GValues implements KeyedScheme {

  private final SynthIdScheme scheme;
  private final NgramHash hash;
  private final LayerDraws draws;

  GValues(SynthIdScheme scheme, long[] keys) {
    this.scheme = scheme;
    this.hash = new NgramHash(scheme.dialect().initialHash(keys), scheme.ngramLength());
    this.draws = scheme.dialect().draws(keys);
  }

  @Override
  public SynthIdScheme scheme() {
    return scheme;
  }

  @Override
  public int firstPosition() {
    return scheme.ngramLength() - 1;
  }

  @Override
  public PositionScorer scorer() {
    return new Scorer();
  }

  @Override
  public ReferenceFigures reference(long[] ids, long[] promptIds) {
    return SynthIdReference.of(this, ids);
  }

  /** The hash of the n-gram that ends with {@code ids[position]}: what its g-values come from. */
  public long hashAt(long[] ids, int position) {
    return hash.at(ids, position);
  }

  /** The g-values of an n-gram by its hash. */
  public long mask(long ngramHash) {
    return draws.mask(ngramHash);
  }

  /** The g-values of the first {@code count} n-grams, in order. */
  public void masks(long[] hashes, int count, long[] masks) {
    draws.masks(hashes, count, masks);
  }

  NgramHash hash() {
    return hash;
  }

  private final class Scorer implements PositionScorer {

    @Override
    public long seedAt(long[] ids, int position) {
      return hash.at(ids, position) & scheme.dialect().seedMask();
    }

    /** N-grams apart are items apart, though those with one seed hold the same bits. */
    @Override
    public long itemAt(long[] ids, int position) {
      return hash.at(ids, position);
    }

    @Override
    public long scoreAt(long[] ids, int position) {
      return draws.mask(hash.at(ids, position));
    }

    /** Many hashes side by side fill vector units. */
    @Override
    public void scoresAt(long[] ids, int[] positions, int count, long[] scores) {
      for (int i = 0; i < count; i++) {
        scores[i] = hash.at(ids, positions[i]);
      }
      draws.masks(scores, count, scores);
    }
  }
}
