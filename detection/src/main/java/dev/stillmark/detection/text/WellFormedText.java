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
      if (!Character.isSurrogate(text.charAt(i))) {
        i++;
      } else if (Character.isSupplementaryCodePoint(text.codePointAt(i))) {
        i += 2;
      } else {
        return i;
      }
    }
    return i;
  }
}
