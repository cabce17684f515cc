package dev.stillmark.verdicts.store;

/** An output of a reference panel that is to be stored; {@code toString} shows no text. */
public record NewReferenceOutput(String promptId, String model, String output, String sha256) {

  @Override
  public String toString() {
    return "NewReferenceOutput[promptId=%s, model=%s, output=%d characters]"
        .formatted(promptId, model, output.length());
  }
}
