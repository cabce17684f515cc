package dev.stillmark.service;

/** Kafka did not answer in time, or refused: what was asked of it can be asked again. */
public final class KafkaUnavailable extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  public KafkaUnavailable(String topic, Throwable cause) {
    super("topic %s could not be made sure of: %s".formatted(topic, reasonOf(cause)), cause);
  }

  /** The innermost failure in one line: clients wrap what they mean. */
  static String reasonOf(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    String kind = innermost.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + message.lines().findFirst().orElse("");
  }
}
