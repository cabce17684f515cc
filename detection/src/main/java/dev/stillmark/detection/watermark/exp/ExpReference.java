package dev.stillmark.detection.watermark.exp;

import dev.stillmark.detection.stats.GammaTail;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.RefusedSequence;
import java.util.function.IntUnaryOperator;

/**
 * What MarkLLM prints for EXP and EXPGumbel: as its score the Gamma tail of the sum over every
 * position, repeated ones too, and whether it lies below 1e-4.
 */
final class ExpReference {

  private static final double THRESHOLD = 1e-4;

  private ExpReference() {}

  /** {@code drawAt} gives the 24 bits that a position's token owns. */
  static ReferenceFigures of(
      int firstPosition, int vocabularySize, long[] ids, IntUnaryOperator drawAt) {
    double sum = 0;
    for (int at = firstPosition; at < ids.length; at++) {
      requireToken(ids[at], vocabularySize);
      sum += increment(drawAt.applyAsInt(at));
    }
    int n = Math.max(0, ids.length - firstPosition);
    double p = n == 0 ? Double.NaN : StrictMath.pow(10, GammaTail.log10(n, sum));
    return new ReferenceFigures(n, null, p, null, p, p < THRESHOLD);
  }

  /** The reference divides in 32-bit floats and takes the logarithm in doubles. */
  private static double increment(int draw) {
    return StrictMath.log(1f / (1f - draw * 0x1p-24f));
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
