package dev.stillmark.detection.probe;

import java.util.Optional;

/**
 * A short text: its first clause, without case (unless it counts), quotes and closing punctuation.
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
    String canonical = CanonicalText.of(CanonicalText.firstClause(passage), isCaseSensitive);
    long words = canonical.chars().filter(c -> c == ' ').count() + 1;
    return canonical.isEmpty() || words > mostWords ? Optional.empty() : Optional.of(canonical);
  }
}
