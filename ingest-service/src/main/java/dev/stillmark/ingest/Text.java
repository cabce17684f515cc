package dev.stillmark.ingest;

/** What text must be like to be stored, compared and shown. */
final class Text {

  static final int MAX_NAME_CHARACTERS = 200;

  private Text() {}

  /** Refuses halves of surrogate pairs: they have no UTF-8 form, so no identity either. */
  static String wellFormed(String field, String text) throws LineRejection {
    int point;
    for (int i = 0; i < text.length(); i += Character.charCount(point)) {
      point = text.codePointAt(i);
      if (Character.getType(point) == Character.SURROGATE) {
        throw new LineRejection(
            Rule.LONE_SURROGATE, field, "half a surrogate pair at character " + (i + 1));
      }
    }
    return text;
  }

  /** Refuses what a decoder puts in the place of bytes that are no UTF-8. */
  static String withoutReplacements(String field, String text) throws LineRejection {
    int replacement = text.indexOf('\uFFFD');
    if (replacement >= 0) {
      throw new LineRejection(
          Rule.INVALID_UTF8,
          field,
          "must be UTF-8 in percent-encoding, without U+FFFD as at character " + (replacement + 1));
    }
    return text;
  }

  static String withoutControls(String field, String text) throws LineRejection {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        throw new LineRejection(
            Rule.CONTROL_CHARACTER,
            field,
            "control character U+%04X at character %d".formatted((int) text.charAt(i), i + 1));
      }
    }
    return text;
  }

  static String notBlank(String field, String text) throws LineRejection {
    if (text.isBlank()) {
      throw new LineRejection(Rule.BLANK, field, "must not be blank");
    }
    return text;
  }

  /** A name of a suspect, collection, prompt or tokenizer. */
  static String name(String field, String text) throws LineRejection {
    int characters = text.codePointCount(0, text.length());
    if (characters > MAX_NAME_CHARACTERS) {
      throw new LineRejection(
          Rule.TOO_LONG,
          field,
          "may have at most %d characters but has %d".formatted(MAX_NAME_CHARACTERS, characters));
    }
    return withoutControls(field, notBlank(field, text));
  }
}
