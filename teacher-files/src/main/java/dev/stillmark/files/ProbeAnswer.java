package dev.stillmark.files;

/** What a model answered to a probe, as it stands in one line; {@code toString} shows no text. */
public record ProbeAnswer(int line, String model, String id, String answer) {

  @Override
  public String toString() {
    return "ProbeAnswer[%d, model=%s, id=%s, %d characters]"
        .formatted(line, model, id, answer.length());
  }
}
