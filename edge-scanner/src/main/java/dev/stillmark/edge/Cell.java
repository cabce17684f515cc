package dev.stillmark.edge;

import java.util.Locale;

/**
 * One cell of a table.
 *
 * @param isNumber whether it stands to the right
 */
record Cell(String text, boolean isNumber) {

  static final Cell EMPTY = new Cell("", false);

  /** What is not finite. */
  static final Cell NOTHING = new Cell("-", true);

  static Cell ofText(String text) {
    return new Cell(Shown.word(text), false);
  }

  static Cell ofWhole(String digits) {
    return new Cell(digits, true);
  }

  static Cell ofReal(double value) {
    return new Cell(String.format(Locale.ROOT, "%.6g", value), true);
  }

  int width() {
    return text.codePointCount(0, text.length());
  }

  String padded(int width) {
    String blanks = " ".repeat(width - width());
    return isNumber ? blanks + text : text + blanks;
  }
}
