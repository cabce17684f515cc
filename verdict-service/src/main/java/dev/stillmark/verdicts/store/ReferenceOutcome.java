package dev.stillmark.verdicts.store;

/** What became of a reference output. */
public enum ReferenceOutcome {
  STORED,
  /** The same output was there. */
  DUPLICATE,
  /** The model has another output to this prompt. */
  OTHER_OUTPUT,
  /** The prompt's id stands for another prompt. */
  OTHER_PROMPT
}
