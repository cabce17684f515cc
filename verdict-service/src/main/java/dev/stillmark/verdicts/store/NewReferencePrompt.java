package dev.stillmark.verdicts.store;

/** A prompt of a reference panel that is to be stored; {@code toString} shows no text. */
public record NewReferencePrompt(String promptId, String prompt, String sha256) {

  @Override
  public String toString() {
    return "NewReferencePrompt[promptId=%s, prompt=%d characters]"
        .formatted(promptId, prompt.length());
  }
}
