package dev.stillmark.verdicts.intake;

import dev.stillmark.events.Wire;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Takes batches off the topic; returning acknowledges, and a batch that is stored returns. */
@ApplicationScoped
class SignalsChannel {

  private final Intake intake;
  private final SignalsTopic topic;
  private final String group;

  SignalsChannel(
      Intake intake,
      SignalsTopic topic,
      @ConfigProperty(name = "mp.messaging.incoming.signals.group.id") String group) {
    this.intake = intake;
    this.topic = topic;
    this.group = group;
  }

  @Incoming(Wire.SIGNALS)
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> batch) throws InterruptedException {
    List<SourceRecord> records = new ArrayList<>(batch.count());
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      records.add(source(record));
    }
    intake.accept(group, topic.id(), records);
  }

  private static SourceRecord source(ConsumerRecord<byte[], byte[]> record) {
    byte[] payload = record.value() == null ? new byte[0] : record.value();
    return new SourceRecord(
        record.topic(), record.partition(), record.offset(), type(record), payload);
  }

  private static @Nullable String type(ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader(Wire.CE_TYPE);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
