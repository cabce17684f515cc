package dev.stillmark.detection.attribution.measuring;

/** How often each of 7 means of layout is used in a text. */
final class LayoutMarks {

  static final int KINDS = 7;

  private final int[] text;

  LayoutMarks(int[] text) {
    this.text = text;
  }

  /**
   * Bulleted and numbered items, bold runs, headings, code fences, paragraph breaks, line breaks.
   */
  int[] counts() {
    int[] counts = new int[KINDS];
    for (int line = 0; line < text.length; line = lineEnd(line) + 1) {
      int first = skipSpaces(line, lineEnd(line));
      counts[0] += isBullet(first) ? 1 : 0;
      counts[1] += isNumber(first) ? 1 : 0;
      counts[3] += isHeading(line) ? 1 : 0;
    }
    counts[2] = boldRuns();
    counts[4] = runs('`', 3);
    counts[5] = runs('\n', 2);
    counts[6] = runs('\n', 1);
    return counts;
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    return end;
  }

  private int skipSpaces(int from, int end) {
    int at = from;
    while (at < end && Characters.isSpace(text[at])) {
      at++;
    }
    return at;
  }

  private boolean is(int at, int codePoint) {
    return at < text.length && text[at] == codePoint;
  }

  private boolean isBullet(int at) {
    return (is(at, '-') || is(at, '*') || is(at, '•')) && is(at + 1, ' ');
  }

  private boolean isNumber(int from) {
    int at = from;
    while (at < text.length && Character.isDigit(text[at])) {
      at++;
    }
    return at > from && (is(at, '.') || is(at, ')')) && is(at + 1, ' ');
  }

  private boolean isHeading(int from) {
    int at = from;
    while (is(at, '#')) {
      at++;
    }
    return at > from && is(at, ' ');
  }

  /** Text without a star or line break between two pairs of stars. */
  private int boldRuns() {
    int runs = 0;
    int at = 0;
    while (at < text.length) {
      int end = boldEnd(at);
      runs += end > at ? 1 : 0;
      at = Math.max(end, at + 1);
    }
    return runs;
  }

  private int boldEnd(int from) {
    if (!is(from, '*') || !is(from + 1, '*')) {
      return from;
    }
    int at = from + 2;
    while (at < text.length && text[at] != '*' && text[at] != '\n') {
      at++;
    }
    return at > from + 2 && is(at, '*') && is(at + 1, '*') ? at + 2 : from;
  }

  /** How often {@code length} of the character in a row, without overlap. */
  private int runs(int codePoint, int length) {
    int runs = 0;
    int inRow = 0;
    for (int found : text) {
      inRow = found == codePoint ? inRow + 1 : 0;
      if (inRow == length) {
        runs++;
        inRow = 0;
      }
    }
    return runs;
  }
}
