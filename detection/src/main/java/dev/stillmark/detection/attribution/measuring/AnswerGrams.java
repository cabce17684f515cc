package dev.stillmark.detection.attribution.measuring;

/** An answer, ready to be cut into grams of words or characters. */
record AnswerGrams(AnswerTokens tokens, long[] characters) {

  static final GramRange RARE = new GramRange(1, 4);
  static final GramRange FIVE = new GramRange(5, 5);
  static final GramRange WORD_CLASSES = new GramRange(1, 2);
  static final GramRange CHARACTER_CLASSES = new GramRange(4, 4);
  static final GramRange PHRASES = new GramRange(2, 4);

  static final int LONGEST_OPENING = 8;

  static AnswerGrams of(String output) {
    AnswerText text = AnswerText.of(output);
    return new AnswerGrams(AnswerTokens.of(text), text.characters());
  }

  long[] words() {
    return tokens.hashes();
  }

  /** Room for the grams of any range of this answer. */
  int most() {
    return Math.max(RARE.most(words().length), CHARACTER_CLASSES.most(characters.length));
  }

  /** Writes the hashes of the first one to eight words, and says how many those are. */
  int openings(long[] into) {
    int count = Math.min(LONGEST_OPENING, words().length);
    long rolled = 0;
    for (int i = 0; i < count; i++) {
      rolled = GramRange.rollOn(rolled, words()[i]);
      into[i] = GramRange.mix(rolled);
    }
    return count;
  }
}
