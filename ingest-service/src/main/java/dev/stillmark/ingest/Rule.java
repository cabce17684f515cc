package dev.stillmark.ingest;

import java.util.Locale;

/** What a line can break; its {@link #slug()} is part of the interface. */
enum Rule {
  LINE_TOO_LONG(false),
  INVALID_UTF8(false),
  INVALID_JSON(false),
  TRAILING_CONTENT(false),
  DUPLICATE_KEY(false),
  TOO_DEEP(false),
  NUMBER_TOO_LONG(false),
  NOT_AN_OBJECT(false),
  UNKNOWN_FIELD(true),
  MISSING(true),
  WRONG_TYPE(true),
  BLANK(true),
  TOO_LONG(true),
  CONTROL_CHARACTER(true),
  LONE_SURROGATE(true),
  OUT_OF_RANGE(true),
  NOT_RFC_3339(true),
  RECORD_TOO_LARGE(true);

  private final boolean readable;

  Rule(boolean readable) {
    this.readable = readable;
  }

  /** Whether a line that breaks this rule is a JSON object all the same. */
  boolean readable() {
    return readable;
  }

  /** The rule's name in answers and metrics, such as {@code line-too-long}. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
