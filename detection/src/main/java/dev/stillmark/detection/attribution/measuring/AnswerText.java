package dev.stillmark.detection.attribution.measuring;

import java.util.Arrays;
import java.util.Locale;

/**
 * An answer as far as it is read: without white space at its ends, its first 12,000 code points, as
 * written and in lower case.
 *
 * <p>A lone surrogate is a code point like any other.
 */
record AnswerText(int[] written, int[] lower) {

  static final int LONGEST = 12_000;

  static AnswerText of(String output) {
    int end = output.length();
    while (end > 0 && Characters.isSpace(output.codePointBefore(end))) {
      end -= Character.charCount(output.codePointBefore(end));
    }
    int start = 0;
    while (start < end && Characters.isSpace(output.codePointAt(start))) {
      start += Character.charCount(output.codePointAt(start));
    }
    int cut = Math.min(end, start + 2 * LONGEST);
    int[] written = codePoints(output.substring(start, cut), LONGEST);
    String kept = new String(written, 0, written.length);
    return new AnswerText(written, codePoints(kept.toLowerCase(Locale.ROOT), Integer.MAX_VALUE));
  }

  private static int[] codePoints(String text, int most) {
    int[] codePoints = new int[text.length()];
    int count = 0;
    for (int at = 0; at < text.length() && count < most; count++) {
      codePoints[count] = text.codePointAt(at);
      at += Character.charCount(codePoints[count]);
    }
    return Arrays.copyOf(codePoints, count);
  }

  /** The lower-case code points, a run of white space as one space. */
  long[] characters() {
    long[] characters = new long[lower.length];
    int count = 0;
    boolean afterSpace = false;
    for (int codePoint : lower) {
      boolean space = Characters.isSpace(codePoint);
      if (!space || !afterSpace) {
        characters[count++] = space ? ' ' : codePoint;
      }
      afterSpace = space;
    }
    return Arrays.copyOf(characters, count);
  }
}
