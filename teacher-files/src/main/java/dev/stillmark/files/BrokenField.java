package dev.stillmark.files;

import org.jspecify.annotations.Nullable;

/** A rule that a field of a JSON line broke, or the line itself where there is no field. */
final class BrokenField extends Exception {

  private static final long serialVersionUID = 1;

  private final @Nullable String field;
  private final String rule;

  BrokenField(@Nullable String field, String rule) {
    super(rule);
    this.field = field;
    this.rule = rule;
  }

  @Nullable String field() {
    return field;
  }

  String rule() {
    return rule;
  }
}
