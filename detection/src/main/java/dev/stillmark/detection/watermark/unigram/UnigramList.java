package dev.stillmark.detection.watermark.unigram;

import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;

/** Unigram-Watermark under one key. Immutable and safe for use by many threads. */
public final class UnigramList implements KeyedScheme {

  private final UnigramScheme scheme;
  private final UnigramMask mask;

  UnigramList(UnigramScheme scheme, UnigramMask mask) {
    this.scheme = scheme;
    this.mask = mask;
  }

  @Override
  public UnigramScheme scheme() {
    return scheme;
  }

  public UnigramMask mask() {
    return mask;
  }

  @Override
  public int firstPosition() {
    return 0;
  }

  @Override
  public PositionScorer scorer() {
    return new Memberships(mask);
  }

  /**
   * n and z count every token; the repository's second figure, z over distinct tokens, is the
   * score. Its script calls z above 6 watermarked, MarkLLM z above 4.
   */
  @Override
  public ReferenceFigures reference(long[] ids, long[] promptIds) {
    UnigramReference reference = UnigramReference.of(scheme, mask, ids);
    return new ReferenceFigures(
        reference.tokens(),
        reference.greenTokens(),
        switch (scheme.dialect()) {
          case UNIGRAM_REPO -> reference.zOfTypes();
          case MARKLLM -> reference.z();
        },
        reference.z(),
        null,
        reference.prediction());
  }

  private record Memberships(UnigramMask mask) implements PositionScorer {

    /** One list for all contexts: one seed. */
    @Override
    public long seedAt(long[] ids, int position) {
      return 0;
    }

    @Override
    public long scoreAt(long[] ids, int position) {
      return mask.isGreen(ids[position]) ? 1 : 0;
    }
  }
}
