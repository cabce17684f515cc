package dev.stillmark.verdicts.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way into quarantine.
 *
 * @param payload its first bytes in base64
 */
public record Quarantined(
    UUID id,
    Instant receivedAt,
    String topic,
    int partition,
    long offset,
    String rule,
    String message,
    @Nullable String suspect,
    @Nullable String collection,
    @Nullable String outputId,
    String payload,
    int payloadBytes,
    String payloadSha256) {

  /** Place and rule only: the payload never reaches a log. */
  @Override
  public String toString() {
    return "Quarantined[%s-%d@%d, %s, %d bytes]"
        .formatted(topic, partition, offset, rule, payloadBytes);
  }
}
