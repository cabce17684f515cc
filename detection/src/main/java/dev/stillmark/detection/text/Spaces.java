package dev.stillmark.detection.text;

/** How the published patterns share out a run of white space. */
final class Spaces {

  private Spaces() {}

  /** {@code \s+(?!\S)|\s+}: all but the last, which is left to the word that follows. */
  static int endBeforeWord(Utf8Text text, int start, int runEnd) {
    if (runEnd == text.length()) {
      return runEnd;
    }
    int last = text.previous(runEnd);
    return last > start ? last : runEnd;
  }

  /** {@code \s*[\r\n]}: behind the last line break of the run, or {@code start} without one. */
  static int endOfLines(Utf8Text text, int start, int runEnd) {
    int end = runEnd;
    while (end > start && text.at(end - 1) != '\n' && text.at(end - 1) != '\r') {
      end--;
    }
    return end;
  }
}
