package dev.stillmark.detection.watermark.dipmark;

import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.RefusedSequence;
import java.nio.LongBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * What MarkLLM's DIP prints about one sequence, to be shown beside our own exact figures.
 *
 * <p>The first token counts although nothing seeds it: its score is 0, hence red.
 *
 * @param tokens N: all tokens, without those whose context came before unless
 *     ignoreHistoryDetection is set
 * @param z (greenTokens - (1 - γ) N) / √N in 32-bit floats; NaN for none
 * @param prediction whether z is above 1.513
 */
record DipmarkReference(long tokens, long greenTokens, double z, boolean prediction) {

  private static final double THRESHOLD = 1.513;

  /**
   * Scores the sequence by itself.
   *
   * @throws RefusedSequence for an id outside the vocabulary, which has no place in a permutation
   */
  static DipmarkReference of(DipmarkPlaces places, long[] ids) {
    DipmarkScheme scheme = places.scheme();
    PositionScorer scorer = places.scorer();
    Set<LongBuffer> seen = new HashSet<>();
    long tokens = Math.min(ids.length, 1);
    long green = 0;
    for (int at = 1; at < ids.length; at++) {
      if (ids[at] < 0 || ids[at] >= scheme.vocabSize()) {
        throw new RefusedSequence(
            "out-of-vocabulary",
            "ids must be within 0..%d but the one at %d is not"
                .formatted(scheme.vocabSize() - 1, at));
      }
      int start = Math.max(0, at - scheme.prefixLength());
      boolean isNew = seen.add(LongBuffer.wrap(ids, start, at - start));
      if (isNew || scheme.ignoreHistoryDetection()) {
        tokens++;
        green += scorer.scoreAt(ids, at);
      }
    }
    double z = z(green, tokens, scheme.gamma());
    return new DipmarkReference(tokens, green, z, z > THRESHOLD);
  }

  private static double z(long green, long tokens, double gamma) {
    float distance = green - (float) ((1 - gamma) * tokens);
    return distance / (float) Math.sqrt((double) tokens);
  }
}
