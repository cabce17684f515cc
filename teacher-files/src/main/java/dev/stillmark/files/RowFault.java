package dev.stillmark.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A line that could not be read; the lines after it are unharmed.
 *
 * @param field the field's name in the file, or null where the rule is about the whole line
 * @param rule what is wrong, worded to follow the field's name; never text of the line
 */
public record RowFault(Path file, int line, @Nullable String field, String rule) implements Row {

  /** File, line, field and rule in one line for people. */
  public String message() {
    return String.valueOf(asInputFault().getMessage());
  }

  public InputFault asInputFault() {
    return new InputFault(file, line, field, rule);
  }
}
