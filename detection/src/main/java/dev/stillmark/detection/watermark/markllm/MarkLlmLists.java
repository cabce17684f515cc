package dev.stillmark.detection.watermark.markllm;

import dev.stillmark.detection.random.PermutationSlice;
import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.CandidateGreens;
import dev.stillmark.detection.watermark.GreenIds;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.SeededGreens;
import dev.stillmark.detection.watermark.WatermarkKey;

/** The green lists of one scheme under one key, as MarkLLM draws them on the CPU. */
public final class MarkLlmLists implements KeyedScheme {

  private static final double THRESHOLD = 4;

  private final MarkLlmKgwScheme scheme;
  private final PrefixSeeds seeds;
  private final PermutationSlice greenList;

  MarkLlmLists(MarkLlmKgwScheme scheme, WatermarkKey key) {
    this.scheme = scheme;
    this.seeds = new PrefixSeeds(scheme, key);
    this.greenList = scheme.greenList();
  }

  @Override
  public MarkLlmKgwScheme scheme() {
    return scheme;
  }

  @Override
  public int firstPosition() {
    return scheme.prefixLength();
  }

  @Override
  public PositionScorer scorer() {
    return new Memberships();
  }

  /** Every token counts, as often as it occurs; the reference prints z and no p. */
  @Override
  public ReferenceFigures reference(long[] ids, long[] promptIds) {
    requireScorable(ids);
    PositionScorer scorer = scorer();
    int n = ids.length - firstPosition();
    long green = 0;
    for (int at = firstPosition(); at < ids.length; at++) {
      green += scorer.scoreAt(ids, at);
    }
    double gamma = scheme.gamma();
    double z = (green - gamma * n) / Math.sqrt(n * gamma * (1 - gamma));
    return new ReferenceFigures(n, green, z, z, null, z > THRESHOLD);
  }

  private void requireScorable(long[] ids) {
    int least = scheme.prefixLength() + 1;
    if (ids.length < least) {
      throw new RefusedSequence(
          "too-short",
          "a sequence must hold at least prefixLength + 1 = %d tokens but holds %d"
              .formatted(least, ids.length));
    }
    if (scheme.fScheme().needsKnownTokens()) {
      requireKnownTokens(ids);
    }
  }

  /** Negative ids count from the vocabulary's end there; the last one seeds nothing. */
  private void requireKnownTokens(long[] ids) {
    int size = scheme.vocabularySize();
    for (int i = 0; i < ids.length - 1; i++) {
      if (ids[i] < -size || ids[i] >= size) {
        throw new RefusedSequence(
            "unknown-token",
            "tokens before the last must be within [-%d, %d) but number %d is not"
                .formatted(size, size, i));
      }
    }
  }

  /** Under self the reference tries the whole vocabulary. */
  GreenIds greenIds() {
    return switch (scheme.windowScheme()) {
      case LEFT -> new SeededGreens(firstPosition(), seeds::at, greenList::under);
      case SELF -> new CandidateGreens(this, scheme.vocabularySize());
    };
  }

  private final class Memberships implements PositionScorer {

    private final TorchGenerator generator = new TorchGenerator();

    @Override
    public long seedAt(long[] ids, int position) {
      return seeds.at(ids, position);
    }

    @Override
    public long scoreAt(long[] ids, int position) {
      return greenList.contains(seeds.at(ids, position), ids[position], generator) ? 1 : 0;
    }
  }
}
