package dev.stillmark.detection.probe;

import java.util.Optional;

/**
 * How answers to one kind of question are read and compared.
 *
 * <p>There is no checker for regular expressions: a probe set comes from outside, and one pattern
 * can hold a program up for as long as its author likes.
 */
public sealed interface Checker permits TextChecker, NumberChecker, ChoiceChecker, ListChecker {

  /** The one result in a passage, normalised; empty if there is none, or several. */
  Optional<String> read(String passage, boolean isMarked, String question);

  /** The form in which a wrong answer is compared between models. */
  default String compared(String read) {
    return read;
  }

  /** Whether a result is an accepted answer, both normalised. */
  default boolean agrees(String read, String accepted) {
    return read.equals(accepted);
  }
}
