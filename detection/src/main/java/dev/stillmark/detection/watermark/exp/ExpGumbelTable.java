package dev.stillmark.detection.watermark.exp;

import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.lang.ref.SoftReference;

/**
 * The table of draws of MarkLLM's EXPGumbel under one key. Rows and ids outside it count by their
 * residue. Safe for use by many threads.
 */
final class ExpGumbelTable implements KeyedScheme {

  private final ExpGumbelScheme scheme;
  private final int seed;
  private volatile SoftReference<int[]> draws = new SoftReference<>(null);

  ExpGumbelTable(ExpGumbelScheme scheme, WatermarkKey key) {
    this.scheme = scheme;
    this.seed = key.value().intValue();
  }

  @Override
  public ExpGumbelScheme scheme() {
    return scheme;
  }

  @Override
  public int firstPosition() {
    return scheme.prefixLength();
  }

  @Override
  public PositionScorer scorer() {
    return new Scorer(draws());
  }

  @Override
  public ReferenceFigures reference(long[] ids, long[] promptIds) {
    PositionScorer scorer = scorer();
    return ExpReference.of(
        firstPosition(), scheme.vocabularySize(), ids, at -> (int) scorer.scoreAt(ids, at));
  }

  private int rows() {
    return scheme.prefixLength() * scheme.vocabularySize();
  }

  /** Soft, as every decoy has a table of its own. */
  private int[] draws() {
    int[] drawn = draws.get();
    if (drawn == null) {
      TorchGenerator generator = TorchGenerator.seededWith(seed);
      drawn = new int[rows() * scheme.vocabularySize()];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = generator.nextFloatBits();
      }
      draws = new SoftReference<>(drawn);
    }
    return drawn;
  }

  private final class Scorer implements PositionScorer {

    private final int[] table;

    Scorer(int[] table) {
      this.table = table;
    }

    @Override
    public long seedAt(long[] ids, int position) {
      long sum = 0;
      for (int i = position - scheme.prefixLength(); i < position; i++) {
        sum += ids[i];
      }
      return Math.floorMod(sum, rows());
    }

    @Override
    public long itemAt(long[] ids, int position) {
      return Math.floorMod(ids[position], scheme.vocabularySize());
    }

    @Override
    public long scoreAt(long[] ids, int position) {
      int row = (int) seedAt(ids, position);
      return table[row * scheme.vocabularySize() + (int) itemAt(ids, position)];
    }
  }
}
