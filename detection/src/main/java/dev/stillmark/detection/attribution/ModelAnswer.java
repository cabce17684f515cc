package dev.stillmark.detection.attribution;

/** What a model answered to a prompt; {@code toString} shows no text. */
public record ModelAnswer(String model, long promptId, String output) {

  @Override
  public String toString() {
    return "ModelAnswer[model=%s, promptId=%d, output=%d characters]"
        .formatted(model, promptId, output.length());
  }
}
