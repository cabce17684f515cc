package dev.stillmark.detection.evidence;

import dev.stillmark.detection.OutputId;

/**
 * How much of one output a detector could use: the part of evidence that counts outputs and tokens.
 *
 * <p>It is itself a set with the output as item, so that a redelivered output counts once.
 *
 * @param tokens tokens at positions that can be scored, or words for a phrase detector; 0..2^31-1
 * @param excluded positions left out because their context stands in the output's own prompt
 * @param outOfVocabulary ids below 0 or at V and above, which are never green
 * @param retokenised whether the ids were made from text rather than collected
 */
public record Coverage(int tokens, int excluded, int outOfVocabulary, boolean retokenised) {

  /** This coverage as the evidence item of {@code output}. */
  public EvidenceSet asItem(OutputId output) {
    long first = ((long) tokens << 32) | excluded;
    long second = ((long) outOfVocabulary << 1) | (retokenised ? 1 : 0);
    return EvidenceSet.builder(2)
        .add(output.hash64(), output.hash64(), output.order(), first, second)
        .build();
  }

  /** The coverage at {@code index} of a merged set; the inverse of {@link #asItem}. */
  public static Coverage at(EvidenceSet coverage, int index) {
    return of(coverage.score(index, 0), coverage.score(index, 1));
  }

  private static Coverage of(long first, long second) {
    return new Coverage((int) (first >>> 32), (int) first, (int) (second >>> 1), (second & 1) == 1);
  }
}
