package dev.stillmark.detection.watermark.lmwatermarking;

import dev.stillmark.detection.random.PermutationSlice;
import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.CandidateGreens;
import dev.stillmark.detection.watermark.GreenIds;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.SeededGreens;
import dev.stillmark.detection.watermark.WatermarkKey;

/**
 * The green lists of one scheme under one key, as lm-watermarking draws them on the CPU.
 *
 * <p>Ids outside [0, V) are never green, and as context they seed a list like any other id.
 */
public final class LmWatermarkingLists implements KeyedScheme {

  /** The reference stops its search for self-salted green tokens behind candidate number 40. */
  private static final int CANDIDATES = 41;

  private final LmWatermarkingScheme scheme;
  private final WatermarkKey key;
  private final ContextSeeds seeds;
  private final PermutationSlice greenList;

  LmWatermarkingLists(LmWatermarkingScheme scheme, WatermarkKey key) {
    scheme.seedingScheme().prf().keyUse().requireTakes(key);
    this.scheme = scheme;
    this.key = key;
    this.seeds = new ContextSeeds(scheme.seedingScheme(), key);
    this.greenList = scheme.greenList();
  }

  @Override
  public LmWatermarkingScheme scheme() {
    return scheme;
  }

  @Override
  public int firstPosition() {
    return scheme.seedingScheme().tokensBefore();
  }

  @Override
  public PositionScorer scorer() {
    return new Memberships();
  }

  @Override
  public ReferenceFigures reference(long[] ids, long[] promptIds) {
    return LmWatermarkingReference.of(this, ids).figures();
  }

  GreenIds greenIds() {
    return scheme.seedingScheme().selfSalt()
        ? new CandidateGreens(this, CANDIDATES)
        : new SeededGreens(firstPosition(), this::seedOf, greenList::under);
  }

  /** The key's exact value, for what the reference refuses. */
  WatermarkKey key() {
    return key;
  }

  private int seedOf(long[] ids, int position) {
    return (int) seeds.before(ids, scheme.seedingScheme().contextEnd(position));
  }

  private final class Memberships implements PositionScorer {

    private final TorchGenerator generator = new TorchGenerator();

    @Override
    public long seedAt(long[] ids, int position) {
      return Integer.toUnsignedLong(seedOf(ids, position));
    }

    @Override
    public long scoreAt(long[] ids, int position) {
      return greenList.contains(seedOf(ids, position), ids[position], generator) ? 1 : 0;
    }
  }
}
