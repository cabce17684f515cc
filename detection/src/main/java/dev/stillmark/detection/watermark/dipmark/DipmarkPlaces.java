package dev.stillmark.detection.watermark.dipmark;

import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;

/**
 * DiPmark under one key: which tokens take a green place in the permutation of their context.
 *
 * <p>A green place is one behind the red head of the permutation, so following one token through
 * the swaps of that head decides about it. Ids outside the vocabulary are red. Immutable and safe
 * for use by many threads.
 */
public final class DipmarkPlaces implements KeyedScheme {

  private final DipmarkScheme scheme;
  private final byte[] key;

  DipmarkPlaces(DipmarkScheme scheme, byte[] key) {
    this.scheme = scheme;
    this.key = key;
  }

  @Override
  public DipmarkScheme scheme() {
    return scheme;
  }

  /** Pooled evidence takes whole contexts only; the reference scores shorter ones too. */
  @Override
  public int firstPosition() {
    return scheme.prefixLength();
  }

  @Override
  public PositionScorer scorer() {
    return new Scorer();
  }

  /** The score is z: MarkLLM prints no other figure. */
  @Override
  public ReferenceFigures reference(long[] ids, long[] promptIds) {
    DipmarkReference reference = DipmarkReference.of(this, ids);
    return new ReferenceFigures(
        reference.tokens(),
        reference.greenTokens(),
        reference.z(),
        reference.z(),
        null,
        reference.prediction());
  }

  ContextSeeds seeds() {
    return new ContextSeeds(scheme.prefixLength(), key);
  }

  private final class Scorer implements PositionScorer {

    private final int red = scheme.redPlaces();
    private final ContextSeeds seeds = seeds();
    private final TorchGenerator generator = new TorchGenerator();

    @Override
    public long seedAt(long[] ids, int position) {
      return Integer.toUnsignedLong(seeds.before(ids, position));
    }

    @Override
    public long scoreAt(long[] ids, int position) {
      long token = ids[position];
      if (token < 0 || token >= scheme.vocabSize()) {
        return 0;
      }
      int seed = seeds.before(ids, position);
      return generator.isInHead(seed, (int) token, red, scheme.vocabSize()) ? 0 : 1;
    }
  }
}
