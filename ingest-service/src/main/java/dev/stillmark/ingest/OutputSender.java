package dev.stillmark.ingest;

import dev.stillmark.events.Wire;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * Sends records to {@code suspect-outputs}, a bounded number and size at once over all requests.
 *
 * <p>The bound stays under the channel's max-inflight-messages, so the emitter never overflows: who
 * wants to send more waits, and stops reading meanwhile.
 */
@Singleton
final class OutputSender {

  private final MutinyEmitter<byte[]> emitter;
  private final InFlight inFlight;
  private final Duration patience;

  OutputSender(@Channel(Wire.SUSPECT_OUTPUTS) MutinyEmitter<byte[]> emitter, IngestConfig config) {
    this.emitter = emitter;
    this.inFlight = new InFlight(config.maxInFlight(), config.maxInFlightBytes());
    this.patience = config.acknowledgementTimeout();
  }

  Delivery open(String requestId) {
    return new Delivery(this, requestId, patience);
  }

  /** Sends when there is room; {@code delivery} hears of the acknowledgement. */
  void send(OutputRecord record, Delivery delivery) {
    int length = record.value().length;
    awaitRoom(length);
    delivery.sent();
    emitter
        .sendMessage(message(record))
        .subscribe()
        .with(
            acknowledged -> {
              inFlight.leave(length);
              delivery.acknowledged();
            },
            failure -> {
              inFlight.leave(length);
              delivery.failed(failure);
            });
  }

  private void awaitRoom(int length) {
    try {
      if (!inFlight.enter(length, patience)) {
        throw Problems.kafkaUnavailable();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problems.kafkaUnavailable();
    }
  }

  private static Message<byte[]> message(OutputRecord record) {
    OutgoingKafkaRecordMetadata<String> metadata =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withKey(record.key())
            .withHeaders(record.headers())
            .build();
    return Message.of(record.value(), Metadata.of(metadata));
  }
}
