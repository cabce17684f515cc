package dev.stillmark.files;

import org.jspecify.annotations.Nullable;

/**
 * One output in a file.
 *
 * @param promptIds token ids of the prompt; null where ids are not read
 * @param outputIds token ids of the output; null where ids are not read
 * @param tokenizer the tokenizer that the row itself names beside its ids, or null
 */
public record OutputRow(
    int line,
    String collection,
    String promptId,
    int sample,
    String prompt,
    String output,
    long @Nullable [] promptIds,
    long @Nullable [] outputIds,
    @Nullable String tokenizer)
    implements Row {

  /** Place and lengths only: prompts and outputs never reach a log. */
  @Override
  public String toString() {
    return "OutputRow[line %d, prompt %d chars, output %d chars]"
        .formatted(line, prompt.length(), output.length());
  }
}
