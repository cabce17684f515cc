package dev.stillmark.detection.watermark.exp;

import dev.stillmark.detection.random.TorchDraws;
import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.WatermarkKey;

/**
 * The draws of MarkLLM's EXP under one key. Ids outside [0, V) own the draw of their residue.
 * Immutable apart from a memory of draws; safe for use by many threads.
 */
final class ExpDraws implements KeyedScheme {

  private final ExpScheme scheme;
  private final int keyWord;
  private final TorchDraws draws = new TorchDraws();

  ExpDraws(ExpScheme scheme, WatermarkKey key) {
    this.scheme = scheme;
    this.keyWord = key.value().intValue();
  }

  @Override
  public ExpScheme scheme() {
    return scheme;
  }

  @Override
  public int firstPosition() {
    return scheme.prefixLength();
  }

  @Override
  public PositionScorer scorer() {
    return new Scorer();
  }

  @Override
  public ReferenceFigures reference(long[] ids, long[] promptIds) {
    TorchGenerator scratch = new TorchGenerator();
    return ExpReference.of(
        firstPosition(), scheme.vocabularySize(), ids, at -> draw(ids, at, scratch));
  }

  private int draw(long[] ids, int position, TorchGenerator scratch) {
    return draws.at(seed(ids, position), residue(ids[position]), scratch);
  }

  private int seed(long[] ids, int position) {
    long product = 1;
    for (int i = position - scheme.prefixLength(); i < position; i++) {
      product = product * residue(ids[i]) % scheme.vocabularySize();
    }
    return keyWord * (int) product;
  }

  private int residue(long token) {
    return Math.floorMod(token, scheme.vocabularySize());
  }

  /**
   * Seed 0 is the same under every key, so that its draws tell nothing about any: all of them are
   * one item of the lowest score, which can only lower the evidence.
   */
  private final class Scorer implements PositionScorer {

    private final TorchGenerator scratch = new TorchGenerator();

    @Override
    public long seedAt(long[] ids, int position) {
      return Integer.toUnsignedLong(seed(ids, position));
    }

    @Override
    public long itemAt(long[] ids, int position) {
      return seed(ids, position) == 0 ? 0 : residue(ids[position]);
    }

    @Override
    public long scoreAt(long[] ids, int position) {
      return seed(ids, position) == 0 ? 0 : draw(ids, position, scratch);
    }
  }
}
