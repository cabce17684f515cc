package dev.stillmark.detection.canary;

/**
 * A planted prompt whose reply was drawn uniformly by a CSPRNG and committed before release.
 *
 * @param promptId the prompt id under which collectors ask it
 * @param reply the drawn reply; secret
 */
public record Canary(String id, String promptId, String reply) {

  public Canary {
    if (id.isBlank()) {
      throw new IllegalArgumentException("the id of a canary must not be blank");
    }
    if (promptId.isBlank()) {
      throw new IllegalArgumentException("promptId of canary '%s' must not be blank".formatted(id));
    }
    if (Answer.of(reply).hasNoLetterOrDigit()) {
      throw new IllegalArgumentException(
          "reply of canary '%s' must hold a letter or a digit".formatted(id));
    }
  }

  /** Never shows the reply. */
  @Override
  public String toString() {
    return "Canary[%s, prompt %s]".formatted(id, promptId);
  }
}
