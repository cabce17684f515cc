package dev.stillmark.detection.text;

/**
 * What a character is to the published patterns: one bit each, so that a set of kinds is a number.
 *
 * <p>{@code \s} is Unicode's White_Space, as in the engines that the tokenizers run on; Java's own
 * {@code \s} is not.
 */
final class CharacterKind {

  static final int UPPER = 1;
  static final int LOWER = 1 << 1;

  /** Letters that are of either case to o200k: modifiers and scripts without case. */
  static final int CASELESS = 1 << 2;

  static final int MARK = 1 << 3;
  static final int NUMBER = 1 << 4;
  static final int BREAK = 1 << 5;

  /** White space other than the two line breaks CR and LF. */
  static final int BLANK = 1 << 6;

  static final int OTHER = 1 << 7;

  static final int LETTER = UPPER | LOWER | CASELESS;
  static final int SPACE = BREAK | BLANK;

  /** {@code [^\s\p{L}\p{N}]}. */
  static final int SYMBOL = MARK | OTHER;

  private static final int[] ASCII = ascii();

  private CharacterKind() {}

  static int ofAscii(byte character) {
    return ASCII[character];
  }

  static int of(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> UPPER;
      case Character.LOWERCASE_LETTER -> LOWER;
      case Character.MODIFIER_LETTER, Character.OTHER_LETTER -> CASELESS;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          MARK;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
          NUMBER;
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          BLANK;
      default -> ofControl(codePoint);
    };
  }

  private static int ofControl(int codePoint) {
    return switch (codePoint) {
      case '\r', '\n' -> BREAK;
      case '\t', 0x0b, '\f', 0x85 -> BLANK;
      default -> OTHER;
    };
  }

  private static int[] ascii() {
    int[] kinds = new int[128];
    for (int c = 0; c < kinds.length; c++) {
      kinds[c] = of(c);
    }
    return kinds;
  }
}
