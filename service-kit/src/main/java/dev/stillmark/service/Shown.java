package dev.stillmark.service;

import java.util.Collection;
import java.util.Comparator;

/** What an answer may show of a client's field names: short, and without control characters. */
public final class Shown {

  private static final int MAX_CHARACTERS = 40;

  private Shown() {}

  /** A field's name, cut, with everything that could disturb a terminal or a log escaped. */
  public static String name(String raw) {
    StringBuilder shown = new StringBuilder();
    raw.codePoints().limit(MAX_CHARACTERS).forEach(point -> append(shown, point));
    boolean cut = raw.codePointCount(0, raw.length()) > MAX_CHARACTERS;
    return cut ? shown.append("...").toString() : shown.toString();
  }

  private static void append(StringBuilder shown, int point) {
    boolean plain =
        switch (Character.getType(point)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.UNASSIGNED ->
              false;
          default -> true;
        };
    if (plain) {
      shown.appendCodePoint(point);
    } else {
      shown.append("\\u{").append(Integer.toHexString(point)).append('}');
    }
  }

  /** The known name with the fewest edits from {@code name}. */
  public static String nearest(String name, Collection<String> known) {
    String compared = name.substring(0, Math.min(MAX_CHARACTERS, name.length()));
    return known.stream()
        .min(
            Comparator.<String>comparingInt(each -> edits(compared, each))
                .thenComparing(each -> each))
        .orElseThrow();
  }

  /** Levenshtein distance, letters compared without case. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        boolean same =
            Character.toLowerCase(from.charAt(i - 1)) == Character.toLowerCase(to.charAt(j - 1));
        int replaced = diagonal + (same ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
