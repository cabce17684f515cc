package dev.stillmark.verdicts.intake;

import org.jspecify.annotations.Nullable;

/**
 * A record of the topic {@code signals} as Kafka delivered it.
 *
 * @param type the header that says which event it holds
 */
record SourceRecord(
    String topic, int partition, long offset, @Nullable String type, byte[] payload) {

  @Override
  public String toString() {
    return "SourceRecord[%s-%d@%d, %d bytes]".formatted(topic, partition, offset, payload.length);
  }
}
