package dev.stillmark.edge;

/** A word from outside as a terminal can show it: neither its letters nor its length disturb. */
final class Shown {

  private static final int MOST_CHARACTERS = 100;

  private Shown() {}

  static String word(String raw) {
    StringBuilder shown = new StringBuilder();
    raw.codePoints().limit(MOST_CHARACTERS).forEach(point -> append(shown, point));
    boolean isCut = raw.codePointCount(0, raw.length()) > MOST_CHARACTERS;
    return isCut ? shown.append('…').toString() : shown.toString();
  }

  private static void append(StringBuilder shown, int point) {
    if (disturbs(point)) {
      shown.append("\\u{").append(Integer.toHexString(point)).append('}');
    } else {
      shown.appendCodePoint(point);
    }
  }

  private static boolean disturbs(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
