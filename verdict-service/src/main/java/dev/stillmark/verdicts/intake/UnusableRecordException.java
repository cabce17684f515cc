package dev.stillmark.verdicts.intake;

import org.jspecify.annotations.Nullable;

/** A record breaks a rule and belongs into quarantine; the message never holds its text. */
final class UnusableRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String rule;

  UnusableRecordException(String rule, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.rule = rule;
  }

  UnusableRecordException(String rule, String message) {
    this(rule, message, null);
  }

  String rule() {
    return rule;
  }
}
