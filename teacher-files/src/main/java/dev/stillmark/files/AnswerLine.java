package dev.stillmark.files;

import org.jspecify.annotations.Nullable;

/**
 * A model's answer as it stands in one line of a file; {@code toString} shows no text.
 *
 * @param prompt its text, or null where the line does not hold it
 */
record AnswerLine(String model, long promptId, @Nullable String prompt, String output) {

  @Override
  public String toString() {
    return "AnswerLine[model=%s, promptId=%d, output=%d characters]"
        .formatted(model, promptId, output.length());
  }
}
