package dev.stillmark.detection.probe;

/** What became of one question put to one model. */
public sealed interface Grade {

  Grade RIGHT = new Right();
  Grade ABSTAINED = new Abstained();
  Grade UNREADABLE = new Unreadable();
  Grade MISSING = new Missing();

  record Right() implements Grade {}

  /**
   * An error.
   *
   * @param answer normalised by the checker, which is what is compared between models
   */
  record Wrong(String answer) implements Grade {}

  /** A refusal, or a model that says that it doesn't know. */
  record Abstained() implements Grade {}

  /** An answer in which the checker finds nothing, or several things. */
  record Unreadable() implements Grade {}

  /** Never asked, or answered in two ways, of which none can be preferred. */
  record Missing() implements Grade {}
}
