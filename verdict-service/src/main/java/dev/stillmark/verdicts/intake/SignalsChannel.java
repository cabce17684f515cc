package dev.stillmark.verdicts.intake;

import dev.stillmark.events.Wire;
import dev.stillmark.service.OrderlyChannel;
import dev.stillmark.verdicts.store.Schema;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
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
  private final Schema schema;
  private final OrderlyChannel channel;
  private final String group;

  SignalsChannel(
      Intake intake,
      SignalsTopic topic,
      Schema schema,
      KafkaClientService clients,
      @ConfigProperty(name = "mp.messaging.incoming.signals.group.id") String group) {
    this.intake = intake;
    this.topic = topic;
    this.schema = schema;
    this.channel = new OrderlyChannel(clients, Wire.SIGNALS);
    this.group = group;
  }

  @Incoming(Wire.SIGNALS)
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> batch) throws InterruptedException {
    schema.await();
    String topicId = topic.awaitId();
    channel.take(batch, taken -> intake.accept(group, topicId, records(taken), channel::pause));
  }

  void end(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
    channel.end();
  }

  private static List<SourceRecord> records(ConsumerRecords<byte[], byte[]> batch) {
    List<SourceRecord> records = new ArrayList<>(batch.count());
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      records.add(source(record));
    }
    return records;
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
