package dev.stillmark.detection.text;

/** Text as tokenizers read it: every unpaired surrogate is U+FFFD, as in tiktoken. */
final class WellFormedText {

  private static final char REPLACEMENT = '\ufffd';

  private WellFormedText() {}

  static String of(String text) {
    int first = firstUnpaired(text, 0);
    if (first == text.length()) {
      return text;
    }
    char[] chars = text.toCharArray();
    for (int i = first; i < chars.length; i = firstUnpaired(text, i + 1)) {
      chars[i] = REPLACEMENT;
    }
    return new String(chars);
  }

  private static int firstUnpaired(String text, int from) {
    int i = from;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
        return i;
      }
      i += Character.charCount(codePoint);
    }
    return i;
  }
}
