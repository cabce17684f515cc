package dev.stillmark.detection.attribution.measuring;

import java.util.Arrays;

/**
 * The tokens of an answer, as 64-bit hashes in order: runs of {@code [a-z0-9']}, any other
 * character that is no white space, and line breaks.
 *
 * @param starts where each token starts in the lower-case text
 * @param lengths of each token, in code points
 */
record AnswerTokens(AnswerText text, long[] hashes, int[] starts, int[] lengths) {

  static AnswerTokens of(AnswerText text) {
    int[] lower = text.lower();
    int[] starts = new int[lower.length];
    int[] lengths = new int[lower.length];
    long[] hashes = new long[lower.length];
    int count = 0;
    for (int at = 0; at < lower.length; ) {
      int end = tokenEnd(lower, at);
      if (end > at) {
        starts[count] = at;
        lengths[count] = end - at;
        hashes[count++] = hash(lower, at, end);
      }
      at = Math.max(end, at + 1);
    }
    return new AnswerTokens(
        text,
        Arrays.copyOf(hashes, count),
        Arrays.copyOf(starts, count),
        Arrays.copyOf(lengths, count));
  }

  /** The hash of a token that is written out. */
  static long hash(String token) {
    int[] codePoints = token.codePoints().toArray();
    return hash(codePoints, 0, codePoints.length);
  }

  private static int tokenEnd(int[] lower, int at) {
    int end = at;
    while (end < lower.length && isRunCharacter(lower[end])) {
      end++;
    }
    boolean single = lower[at] == '\n' || !Characters.isSpace(lower[at]);
    return end == at && single ? at + 1 : end;
  }

  private static boolean isRunCharacter(int codePoint) {
    return (codePoint >= 'a' && codePoint <= 'z')
        || (codePoint >= '0' && codePoint <= '9')
        || codePoint == '\'';
  }

  private static long hash(int[] text, int start, int end) {
    long rolled = 0;
    for (int at = start; at < end; at++) {
      rolled = GramRange.rollOn(rolled, text[at]);
    }
    return GramRange.mix(rolled);
  }

  int count() {
    return hashes.length;
  }

  /** ln(1 + tokens), the length that similarities are adjusted for. */
  double logLength() {
    return StrictMath.log(count() + 1.0);
  }

  /** Whether the token is a word or number rather than a mark. */
  boolean isWord(int token) {
    return Characters.isAlphanumeric(text.lower()[starts[token]]);
  }

  /** {@code length} tokens from {@code from} on, joined by spaces. */
  String phrase(int from, int length) {
    StringBuilder phrase = new StringBuilder();
    for (int token = from; token < from + length; token++) {
      phrase.append(phrase.isEmpty() ? "" : " ");
      for (int at = starts[token]; at < starts[token] + lengths[token]; at++) {
        phrase.appendCodePoint(text.lower()[at]);
      }
    }
    return phrase.toString();
  }
}
