package dev.stillmark.detection.probe;

import java.util.Optional;

/**
 * A short text without case (unless it counts), quotes and closing punctuation.
 *
 * <p>Of what the model itself marks as its result the first clause is read; elsewhere a clause may
 * be no more than "Sure!", so that a passage is read as a whole or not at all.
 *
 * @param mostWords an answer of more words is not one; at least 1
 */
public record TextChecker(int mostWords, boolean isCaseSensitive) implements Checker {

  public TextChecker {
    if (mostWords < 1) {
      throw new IllegalArgumentException("words must be at least 1 but is " + mostWords);
    }
  }

  @Override
  public Optional<String> read(String passage, boolean isMarked, String question) {
    String text = isMarked ? CanonicalText.firstClause(passage) : passage;
    String canonical = CanonicalText.of(text, isCaseSensitive);
    long words = canonical.chars().filter(c -> c == ' ').count() + 1;
    return canonical.isEmpty() || words > mostWords ? Optional.empty() : Optional.of(canonical);
  }
}
