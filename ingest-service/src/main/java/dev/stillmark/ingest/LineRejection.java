package dev.stillmark.ingest;

import org.jspecify.annotations.Nullable;

/** Says which rule a line broke and where; holds nothing of the line's values. */
final class LineRejection extends Exception {

  private static final long serialVersionUID = 1L;

  private final Rule rule;
  private final @Nullable String field;

  LineRejection(Rule rule, @Nullable String field, String message) {
    super(message, null, false, false);
    this.rule = rule;
    this.field = field;
  }

  Rule rule() {
    return rule;
  }

  @Nullable String field() {
    return field;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
