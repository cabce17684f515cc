package dev.stillmark.detection.text;

/** The endings {@code 's 't 'd 'm 'll 've 're} of English words. */
final class Contractions {

  private static final int AS_IT_IS = 0;
  private static final int LOWER_CASE = 0x20;

  private Contractions() {}

  /** The end of the lower-case contraction that starts here, or {@code start}. */
  static int end(Utf8Text text, int start) {
    return text.at(start) == '\'' ? end(text, start, AS_IT_IS) : start;
  }

  /** The same in any case; U+017F, the long s, is a case of s. */
  static int endInAnyCase(Utf8Text text, int start) {
    if (text.at(start) != '\'') {
      return start;
    }
    boolean longS = text.at(start + 1) == (byte) 0xc5 && text.at(start + 2) == (byte) 0xbf;
    return longS ? start + 3 : end(text, start, LOWER_CASE);
  }

  private static int end(Utf8Text text, int start, int caseBit) {
    int second = text.at(start + 2) | caseBit;
    return switch (text.at(start + 1) | caseBit) {
      case 's', 't', 'm', 'd' -> start + 2;
      case 'r', 'v' -> second == 'e' ? start + 3 : start;
      case 'l' -> second == 'l' ? start + 3 : start;
      default -> start;
    };
  }
}
