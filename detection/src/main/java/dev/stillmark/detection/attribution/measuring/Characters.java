package dev.stillmark.detection.attribution.measuring;

/**
 * Unicode's classes of characters as the reference implementation's language draws them, so that
 * both cut the same text into the same tokens.
 */
final class Characters {

  private Characters() {}

  /** White space, the no-break spaces and the four information separators included. */
  static boolean isSpace(int codePoint) {
    if (codePoint < 128) {
      return codePoint == ' ' || (codePoint >= 9 && codePoint <= 13) || isSeparator(codePoint);
    }
    return codePoint == 0x85 || Character.isSpaceChar(codePoint);
  }

  private static boolean isSeparator(int codePoint) {
    return codePoint >= 0x1c && codePoint <= 0x1f;
  }

  /** Letters and whatever stands for a number. */
  static boolean isAlphanumeric(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetterOrDigit(codePoint);
    };
  }

  static boolean isWordCharacter(int codePoint) {
    return codePoint == '_' || isAlphanumeric(codePoint);
  }

  /** Decimal digits, raised and lowered ones and those in circles or brackets. */
  static boolean isDigit(int codePoint) {
    if (codePoint < 128) {
      return codePoint >= '0' && codePoint <= '9';
    }
    return Character.isDigit(codePoint)
        || codePoint == 0xb2
        || codePoint == 0xb3
        || codePoint == 0xb9
        || (Character.getType(codePoint) == Character.OTHER_NUMBER && isDecoratedDigit(codePoint));
  }

  private static boolean isDecoratedDigit(int codePoint) {
    return (codePoint >= 0x2070 && codePoint <= 0x2089)
        || (codePoint >= 0x2460 && codePoint <= 0x2468)
        || (codePoint >= 0x2474 && codePoint <= 0x247c)
        || (codePoint >= 0x2488 && codePoint <= 0x2490)
        || (codePoint >= 0x2776 && codePoint <= 0x277e);
  }
}
