package dev.stillmark.service;

/** Kafka did not answer in time, or refused. */
public final class KafkaUnavailable extends ServerUnavailable {

  private static final long serialVersionUID = 1L;

  public KafkaUnavailable(String topic, Throwable cause) {
    super("topic %s could not be made sure of: %s".formatted(topic, reasonOf(cause)), cause);
  }
}
