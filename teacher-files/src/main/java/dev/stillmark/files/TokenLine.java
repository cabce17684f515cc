package dev.stillmark.files;

import org.jspecify.annotations.Nullable;

/**
 * A token sequence as it stands in one line of a file.
 *
 * @param id the line's own name, or its number
 * @param promptIds empty where there are none
 * @param argmaxNext what the suspect finds likeliest after each token, or null
 */
public record TokenLine(
    int line, String id, long[] ids, long[] promptIds, long @Nullable [] argmaxNext) {

  /** Place and length only: token ids never reach a log. */
  @Override
  public String toString() {
    return "TokenLine[%d, %d ids]".formatted(line, ids.length);
  }
}
