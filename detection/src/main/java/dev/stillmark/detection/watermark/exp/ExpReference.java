package dev.stillmark.detection.watermark.exp;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.stats.GammaTail;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.RefusedSequence;

/**
 * What MarkLLM prints for EXP and EXPGumbel: as its score the Gamma tail of the sum over every
 * position, repeated ones too, and whether it lies below 1e-4.
 */
final class ExpReference {

  private static final double THRESHOLD = 1e-4;

  private ExpReference() {}

  static ReferenceFigures of(KeyedScheme draws, int vocabularySize, long[] ids) {
    PositionScorer scorer = draws.scorer();
    double sum = 0;
    for (int at = draws.firstPosition(); at < ids.length; at++) {
      requireToken(ids[at], vocabularySize);
      sum += DrawScale.TORCH_FLOAT.score(scorer.scoreAt(ids, at));
    }
    int n = Math.max(0, ids.length - draws.firstPosition());
    double p = n == 0 ? Double.NaN : StrictMath.pow(10, GammaTail.log10(n, sum));
    return new ReferenceFigures(n, null, p, null, p, p < THRESHOLD);
  }

  /** Down to -V an index counts from the end, beyond that torch refuses it. */
  private static void requireToken(long token, int vocabularySize) {
    if (token >= vocabularySize || token < -(long) vocabularySize) {
      throw new RefusedSequence(
          "outside-vocabulary",
          "a scored id must be within -%d..%d but is %d"
              .formatted(vocabularySize, vocabularySize - 1, token));
    }
  }
}
