package dev.stillmark.detection.attribution;

/**
 * One way in which a model's answers can resemble a teacher's.
 *
 * <p>Signals of shared prompts compare answers to the same prompt; the others need none in common.
 */
public enum BehaviourSignal {
  /** Word 1-4-grams that few families use in their answers to this prompt. */
  RARE_GRAMS(true, true),
  /** Containment of word 5-grams. */
  FIVE_GRAMS(true, true),
  /** Word 5-grams by how few families share them. */
  RARE_FIVE_GRAMS(true, true),
  /** Character 5-grams that few families use. */
  CHARACTER_GRAMS(true, true),
  /** The first one to eight words. */
  OPENINGS(true, false),
  /** How style moves from prompt to prompt. */
  STYLE_MOVES(true, true),
  /** Mean style on these prompts. */
  STYLE(true, false),
  /** Mean style, of other prompts than the teacher's. */
  FREE_STYLE(false, false),
  /** Log-linear classifier of word 1-2-grams, fitted on other prompts. */
  WORD_CLASSIFIER(false, false),
  /** Log-linear classifier of character 4-grams, fitted on other prompts. */
  CHARACTER_CLASSIFIER(false, false),
  /** Rate of the teacher's mined signature phrases, mined on other prompts. */
  SIGNATURE_PHRASES(false, false),
  /** How alike refusals are worded and how often they come. */
  REFUSALS(false, false);

  private final boolean sharedPrompts;
  private final boolean lengthAdjusted;

  BehaviourSignal(boolean sharedPrompts, boolean lengthAdjusted) {
    this.sharedPrompts = sharedPrompts;
    this.lengthAdjusted = lengthAdjusted;
  }

  /** Whether suspect and teacher must have answered the same prompts. */
  public boolean needsSharedPrompts() {
    return sharedPrompts;
  }

  /** Whether its z-score has the suspect's relative length as a covariate. */
  public boolean isLengthAdjusted() {
    return lengthAdjusted;
  }
}
