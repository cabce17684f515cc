package dev.stillmark.detection.watermark.kgw;

import dev.stillmark.detection.random.HeadMemberships;
import dev.stillmark.detection.stats.NormalTail;
import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.ScorablePositions;
import java.nio.LongBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * What transformers' {@code WatermarkDetector} prints about one sequence, to be shown beside our
 * own exact figures.
 *
 * <p>z is equal to the reference's bit for bit. Neither z nor p is valid evidence: repeated windows
 * count again, and the tail is an approximation.
 *
 * @param n scored windows
 * @param greenTokens those whose token is green
 * @param fraction greenTokens / n
 * @param p 0.5 erfc(z / √2) as in transformers 5, or the cruder formula of transformers 4
 * @param prediction whether z is above 3
 */
public record KgwReference(
    int n, int greenTokens, double fraction, double z, double p, boolean prediction) {

  private static final double THRESHOLD = 3;

  /**
   * Scores the sequence by itself, as a batch of one.
   *
   * @throws RefusedSequence where the sequence, without a leading bosTokenId, holds no more than
   *     contextWidth tokens
   */
  public static KgwReference of(KgwScheme scheme, GreenLists lists, long[] ids) {
    return ofStripped(scheme, lists, ScorablePositions.withoutBos(scheme, ids));
  }

  /** The same for a sequence that has lost its leading bosTokenId already. */
  static KgwReference ofStripped(KgwScheme scheme, GreenLists lists, long[] tokens) {
    if (tokens.length <= scheme.contextWidth()) {
      throw new RefusedSequence(
          "too-short",
          "a sequence must hold at least contextWidth + 1 = %d tokens, a leading bosTokenId apart, but holds %d"
              .formatted(scheme.contextWidth() + 1, tokens.length));
    }
    // transformers 4 hashed windows by identity, so that its ignore_repeated_ngrams did nothing.
    boolean distinct = scheme.ignoreRepeatedNgrams() && scheme.transformersVersion() >= 5;
    return count(scheme, lists, tokens, distinct);
  }

  private static KgwReference count(
      KgwScheme scheme, GreenLists lists, long[] tokens, boolean distinct) {
    HeadMemberships scratch = scheme.memberships();
    Set<LongBuffer> seen = new HashSet<>();
    int n = 0;
    int green = 0;
    for (int end = lists.firstPosition(); end < tokens.length; end++) {
      int start = end - lists.firstPosition();
      if (!distinct || seen.add(LongBuffer.wrap(tokens, start, end - start + 1))) {
        n++;
        green += lists.isGreenAt(tokens, end, scratch) ? 1 : 0;
      }
    }
    return of(scheme, n, green);
  }

  private static KgwReference of(KgwScheme scheme, int n, int green) {
    double gamma = scheme.greenlistRatio();
    double z = (green - gamma * n) / Math.sqrt(n * gamma * (1 - gamma));
    double p = scheme.transformersVersion() >= 5 ? NormalTail.of(z) : oldTail(z);
    return new KgwReference(n, green, (double) green / n, z, p, z > THRESHOLD);
  }

  private static double oldTail(double z) {
    return 1 - 0.5 * (1 + Math.signum(z) * (1 - StrictMath.exp(-2 * (z * z) / Math.PI)));
  }
}
