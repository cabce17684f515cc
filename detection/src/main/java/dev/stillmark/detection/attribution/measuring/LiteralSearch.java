package dev.stillmark.detection.attribution.measuring;

import java.util.Arrays;

/** Finds which of some written-out phrases stand in a text, in one pass over it. */
final class LiteralSearch {

  /** Where a phrase may stand. */
  enum Place {
    ANYWHERE(false, false, false),
    WORD_START(true, false, false),
    WORD_END(false, true, false),
    WHOLE_WORDS(true, true, false),
    TEXT_START(false, false, true),
    TEXT_START_WORD_END(false, true, true);

    private final boolean wordStart;
    private final boolean wordEnd;
    private final boolean textStart;

    Place(boolean wordStart, boolean wordEnd, boolean textStart) {
      this.wordStart = wordStart;
      this.wordEnd = wordEnd;
      this.textStart = textStart;
    }
  }

  private record Literal(int[] codePoints, Place place, int mark) {

    boolean isAt(int[] text, int at) {
      int end = at + codePoints.length;
      return end <= text.length
          && text[at + codePoints.length / 2] == codePoints[codePoints.length / 2]
          && Arrays.equals(text, at, end, codePoints, 0, codePoints.length)
          && (!place.textStart || at == 0)
          && (!place.wordStart || at == 0 || !Characters.isWordCharacter(text[at - 1]))
          && (!place.wordEnd || end == text.length || !Characters.isWordCharacter(text[end]));
    }
  }

  private static final int ASCII = 128;

  private static final Literal[] NONE = {};

  private final Literal[][] byFirstTwo = new Literal[ASCII * ASCII][];

  LiteralSearch() {
    Arrays.fill(byFirstTwo, NONE);
  }

  /**
   * Looks for these, too, of at least two characters, the first two ASCII.
   *
   * @param mark from 0 to 63, what to report them as
   */
  LiteralSearch add(int mark, Place place, String... phrases) {
    for (String phrase : phrases) {
      int[] codePoints = phrase.codePoints().toArray();
      int bucket = codePoints[0] * ASCII + codePoints[1];
      Literal[] literals = Arrays.copyOf(byFirstTwo[bucket], byFirstTwo[bucket].length + 1);
      literals[literals.length - 1] = new Literal(codePoints, place, mark);
      byFirstTwo[bucket] = literals;
    }
    return this;
  }

  /** A bit for each mark of which a phrase stands in the lower-case {@code text}. */
  long marksIn(int[] text) {
    long marks = 0;
    for (int at = 0; at + 1 < text.length; at++) {
      if (text[at] < ASCII && text[at + 1] < ASCII) {
        for (Literal literal : byFirstTwo[text[at] * ASCII + text[at + 1]]) {
          marks |= literal.isAt(text, at) ? 1L << literal.mark() : 0;
        }
      }
    }
    return marks;
  }
}
