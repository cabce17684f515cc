package dev.stillmark.ingest;

import dev.stillmark.events.CapturedTokens;
import dev.stillmark.events.OutputIdentity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One output as the client sent it, checked. */
record SuspectLine(
    String collection,
    String promptId,
    String prompt,
    String output,
    int sample,
    @Nullable CapturedTokens tokens,
    @Nullable String collectedAt,
    @Nullable String source,
    @Nullable Map<String, String> sampling) {

  String outputId(String suspect) {
    return OutputIdentity.of(suspect, collection, promptId, sample, prompt, output, tokens);
  }

  /** Lengths only: prompts and outputs never reach a log. */
  @Override
  public String toString() {
    return "SuspectLine[prompt %d chars, output %d chars]"
        .formatted(prompt.length(), output.length());
  }
}
