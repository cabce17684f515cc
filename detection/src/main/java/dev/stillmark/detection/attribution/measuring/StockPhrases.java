package dev.stillmark.detection.attribution.measuring;

import dev.stillmark.detection.attribution.measuring.LiteralSearch.Place;

/** Which of 21 kinds of stock phrase an answer has. */
final class StockPhrases {

  static final int KINDS = 21;

  private static final int STARTS_WITH_STAR = 19;
  private static final int ENDS_WITH_EXCLAMATION = 20;

  private static final LiteralSearch SEARCH =
      new LiteralSearch()
          .add(0, Place.WORD_END, "as an ai")
          .add(1, Place.ANYWHERE, "language model")
          .add(2, Place.ANYWHERE, "i'm sorry", "i am sorry", "i apologize")
          .add(3, Place.WORD_START, "i cannot", "i can't", "i can not")
          .add(4, Place.ANYWHERE, "it's important to note", "it's important to remember")
          .add(4, Place.ANYWHERE, "it is important to note", "it is important to remember")
          .add(5, Place.WHOLE_WORDS, "overall")
          .add(6, Place.ANYWHERE, "in conclusion")
          .add(7, Place.ANYWHERE, "in summary")
          .add(8, Place.ANYWHERE, "however")
          .add(9, Place.ANYWHERE, "additionally", "furthermore", "moreover")
          .add(10, Place.ANYWHERE, "for example", "for instance")
          .add(11, Place.TEXT_START_WORD_END, "sure")
          .add(11, Place.TEXT_START, "certainly", "of course", "absolutely")
          .add(12, Place.WORD_END, "here's", "here is", "here are")
          .add(13, Place.ANYWHERE, "i hope this helps", "hope this")
          .add(14, Place.ANYWHERE, "let me know", "feel free")
          .add(15, Place.ANYWHERE, "remember")
          .add(16, Place.ANYWHERE, "ensure", "crucial", "essential", "vital")
          .add(17, Place.ANYWHERE, "delve", "tapestry", "testament", "landscape")
          .add(18, Place.ANYWHERE, "great question", "happy to help", "i'd be happy");

  private StockPhrases() {}

  /** A bit for each kind. */
  static long in(int[] lower) {
    long kinds = SEARCH.marksIn(lower);
    if (lower.length > 0 && lower[0] == '*') {
      kinds |= 1L << STARTS_WITH_STAR;
    }
    return endsWithExclamation(lower) ? kinds | 1L << ENDS_WITH_EXCLAMATION : kinds;
  }

  private static boolean endsWithExclamation(int[] lower) {
    int end = lower.length;
    while (end > 0 && Characters.isSpace(lower[end - 1])) {
      end--;
    }
    return end > 0 && lower[end - 1] == '!';
  }
}
