package dev.stillmark.detection.signature;

/**
 * One signature phrase: 1-4 normalised words joined by single spaces.
 *
 * @param logOdds how much likelier it is in the teacher's outputs than in the background, as a z
 */
public record Phrase(String text, double logOdds) {

  public Phrase {
    Words words = Words.of(text);
    if (!words.joined().equals(text)) {
      throw new IllegalArgumentException(
          "phrase must be normalised as '%s' but is '%s'".formatted(words.joined(), text));
    }
    if (words.size() < 1 || words.size() > Words.LONGEST_PHRASE) {
      throw new IllegalArgumentException(
          "phrase must have 1 to %d words but '%s' has %d"
              .formatted(Words.LONGEST_PHRASE, text, words.size()));
    }
    if (!Double.isFinite(logOdds)) {
      throw new IllegalArgumentException(
          "logOdds of '%s' must be finite but is %s".formatted(text, logOdds));
    }
  }

  /** The phrase of a text as a person wrote it: lower-cased, without punctuation. */
  public static Phrase ofWritten(String text, double logOdds) {
    return new Phrase(Words.of(text).joined(), logOdds);
  }
}
