package dev.stillmark.testkit;

/** One answer of an invented model, as a collector would write it down: text only. */
public record GeneratedOutput(String promptId, String prompt, String output) {

  /** Identity and lengths only, as for collected outputs. */
  @Override
  public String toString() {
    return "GeneratedOutput[%s, prompt %d chars, output %d chars]"
        .formatted(promptId, prompt.length(), output.length());
  }
}
