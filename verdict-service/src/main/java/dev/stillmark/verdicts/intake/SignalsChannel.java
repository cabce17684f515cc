package dev.stillmark.verdicts.intake;

import dev.stillmark.events.Wire;
import dev.stillmark.verdicts.store.Schema;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes batches off the topic; returning acknowledges, and a batch that is stored returns. */
@ApplicationScoped
class SignalsChannel {

  private static final Logger LOG = Logger.getLogger(SignalsChannel.class);
  private static final java.util.logging.Logger MESSAGING =
      java.util.logging.Logger.getLogger("io.smallrye.reactive.messaging");
  private static final Duration LONGEST_END = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Intake intake;
  private final SignalsTopic topic;
  private final Schema schema;
  private final ChannelRegistry channels;
  private final String group;
  private final ReentrantLock batchInHand = new ReentrantLock();

  SignalsChannel(
      Intake intake,
      SignalsTopic topic,
      Schema schema,
      ChannelRegistry channels,
      @ConfigProperty(name = "mp.messaging.incoming.signals.group.id") String group) {
    this.intake = intake;
    this.topic = topic;
    this.schema = schema;
    this.channels = channels;
    this.group = group;
  }

  @Incoming(Wire.SIGNALS)
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> batch) throws InterruptedException {
    List<SourceRecord> records = new ArrayList<>(batch.count());
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      records.add(source(record));
    }
    schema.await();
    String topicId = topic.awaitId();
    batchInHand.lockInterruptibly();
    try {
      intake.accept(group, topicId, records);
    } finally {
      batchInHand.unlock();
    }
  }

  /**
   * Takes no further batch and finishes the one in hand, while the database can be used.
   *
   * <p>The lock is kept: a batch that came in between waits until its thread is interrupted, and is
   * not acknowledged.
   */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    channels.getPausable(Wire.SIGNALS).pause();
    long deadline = System.nanoTime() + LONGEST_END.toNanos();
    while (!batchInHand.tryLock(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
      if (intake.trouble() != null || System.nanoTime() > deadline) {
        LOG.warn("The batch in hand was not stored; its records will be delivered again.");
        break;
      }
    }
    // What is cut short from here on is not lost, and would be shown as a failure.
    MESSAGING.setLevel(Level.OFF);
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
