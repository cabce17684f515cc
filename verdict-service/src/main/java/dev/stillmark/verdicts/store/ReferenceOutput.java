package dev.stillmark.verdicts.store;

import org.jspecify.annotations.Nullable;

/**
 * What a model of a reference panel answered to a prompt; {@code toString} shows no text.
 *
 * @param prompt null where the client does not say it
 */
public record ReferenceOutput(
    String model, String promptId, @Nullable String prompt, String output) {

  @Override
  public String toString() {
    return "ReferenceOutput[model=%s, promptId=%s, output=%d characters]"
        .formatted(model, promptId, output.length());
  }
}
