package dev.stillmark.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of the user's that cannot be used: where, which field, and the rule it broke.
 *
 * <p>The message is one line for people, such as {@code teacher.yaml:12: schemes[0].greenlistRatio
 * must be within (0, 1) but is 1.5}. It never holds a secret.
 */
public final class InputFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Path path;
  private final @Nullable Integer line;
  private final @Nullable String field;
  private final String rule;

  /**
   * @param line 1-based, or null where the fault is not in one line
   * @param field the field's path such as {@code schemes[0].key}, or null
   * @param rule what is wrong, worded to follow the field's name
   */
  public InputFault(Path path, @Nullable Integer line, @Nullable String field, String rule) {
    super(
        path
            + (line == null ? "" : ":" + line)
            + ": "
            + (field == null || field.isEmpty() ? "" : field + " ")
            + rule);
    this.path = path;
    this.line = line;
    this.field = field;
    this.rule = rule;
  }

  public Path path() {
    return path;
  }

  public @Nullable Integer line() {
    return line;
  }

  public @Nullable String field() {
    return field;
  }

  public String rule() {
    return rule;
  }
}
