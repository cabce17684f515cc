package dev.stillmark.detection.attribution.measuring;

import java.util.Optional;

/**
 * All that is kept of the answers to one prompt, in the order of their models' rows.
 *
 * @param row of each answer's model
 * @param shared missing if no reference answered
 * @param free [signal][answer * teachers + teacher]: classifier of words, of characters, signature
 *     phrases
 * @param phrases of each answer, the signature phrases in it, by their number in the prompt's fold
 * @param refusals of each answer, a bit for each template
 * @param vendors of each answer, a bit for each vendor that it names as its own
 */
record PromptFigures(
    long promptId,
    int[] row,
    double[] logLength,
    float[][] style,
    Optional<SharedFigures> shared,
    double[][] free,
    int[][] phrases,
    int[] refusals,
    int[] vendors) {

  int count() {
    return row.length;
  }

  boolean isShared() {
    return shared.isPresent();
  }

  int fold() {
    return TaughtFold.measuring(promptId);
  }
}
