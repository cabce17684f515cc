package dev.stillmark.detection;

import org.jspecify.annotations.Nullable;

/**
 * One output of a suspect, as every detector sees it.
 *
 * @param sample which of several answers to the same prompt this is, from 0
 * @param tokens the ids that came with it, or null where there is only text
 */
public record ObservedOutput(
    OutputId id,
    String promptId,
    int sample,
    String prompt,
    String output,
    @Nullable CollectedTokens tokens) {

  public ObservedOutput {
    if (sample < 0) {
      throw new IllegalArgumentException("sample must not be negative but is " + sample);
    }
  }

  /** Identity and lengths only: prompts and outputs never reach a log. */
  @Override
  public String toString() {
    return "ObservedOutput[%s, prompt %d chars, output %d chars]"
        .formatted(id.hex(), prompt.length(), output.length());
  }
}
