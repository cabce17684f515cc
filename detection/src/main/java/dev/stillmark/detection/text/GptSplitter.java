package dev.stillmark.detection.text;

/**
 * GPT-2's pre-tokenizer, by hand: the pieces of {@code 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+|
 * ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+}.
 *
 * <p>{@code \s} is Unicode's White_Space, as in the engines that the tokenizers run on; Java's own
 * {@code \s} is not, and its regular expressions recurse on long input.
 */
final class GptSplitter {

  private enum Kind {
    LETTER,
    NUMBER,
    SPACE,
    OTHER
  }

  private GptSplitter() {}

  /** Where the piece that starts at {@code start} ends; {@code start} is within the text. */
  static int end(String text, int start) {
    int contraction = contractionEnd(text, start);
    if (contraction > start) {
      return contraction;
    }
    int body = start;
    if (text.charAt(start) == ' ' && start + 1 < text.length()) {
      body = start + 1;
    }
    Kind kind = kind(text.codePointAt(body));
    return kind == Kind.SPACE ? spaceEnd(text, start) : runEnd(text, body, kind);
  }

  private static int contractionEnd(String text, int start) {
    if (text.charAt(start) != '\'' || start + 1 >= text.length()) {
      return start;
    }
    char first = text.charAt(start + 1);
    char second = start + 2 < text.length() ? text.charAt(start + 2) : 0;
    return switch (first) {
      case 's', 't', 'm', 'd' -> start + 2;
      case 'r', 'v' -> second == 'e' ? start + 3 : start;
      case 'l' -> second == 'l' ? start + 3 : start;
      default -> start;
    };
  }

  /** A run of spaces leaves its last one to the word that follows. */
  private static int spaceEnd(String text, int start) {
    int end = runEnd(text, start, Kind.SPACE);
    return end < text.length() && end - start > 1 ? end - 1 : end;
  }

  private static int runEnd(String text, int start, Kind kind) {
    int end = start;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      if (kind(codePoint) != kind) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }

  private static Kind kind(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER ->
          Kind.LETTER;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
          Kind.NUMBER;
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          Kind.SPACE;
      default -> isControlSpace(codePoint) ? Kind.SPACE : Kind.OTHER;
    };
  }

  private static boolean isControlSpace(int codePoint) {
    return (codePoint >= '\t' && codePoint <= '\r') || codePoint == 0x85;
  }
}
