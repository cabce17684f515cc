package dev.stillmark.fingerprint;

import dev.stillmark.service.Backoff;
import dev.stillmark.service.OrderlyChannel;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * The channel {@code suspect-outputs}: batches one after the other, records of a batch in parallel.
 *
 * <p>A batch is acknowledged when Kafka has stored all its signals, and sent again until then, so
 * every record is delivered at least once; what is delivered twice is the same bytes twice.
 */
@ApplicationScoped
class SuspectOutputs {

  private static final Logger LOG = Logger.getLogger(SuspectOutputs.class);
  private static final String CHANNEL = "suspect-outputs";

  private final Scorer scorer;
  private final FingerprintStart start;
  private final SignalsTopic signals;
  private final Backoff backoff;
  private final ExecutorService pool;
  private final int ahead;
  private final OrderlyChannel channel;

  SuspectOutputs(
      FingerprintConfig config,
      FingerprintStart start,
      Detectors detectors,
      FingerprintMetrics metrics,
      SignalsTopic signals,
      KafkaClientService clients) {
    this.scorer = new Scorer(new RecordParser(config.limits()), detectors.all(), metrics);
    this.signals = signals;
    this.backoff = config.retry().backoff();
    this.start = start;
    int workers = config.workers().orElse(Runtime.getRuntime().availableProcessors());
    this.pool =
        Executors.newFixedThreadPool(
            workers, Thread.ofPlatform().name("fingerprint-", 0).daemon().factory());
    this.ahead = 4 * workers;
    this.channel = new OrderlyChannel(clients, CHANNEL);
  }

  @Incoming(CHANNEL)
  @Blocking
  void score(ConsumerRecords<byte[], byte[]> batch) throws InterruptedException {
    start.awaitReady();
    channel.take(batch, this::store);
  }

  private void store(ConsumerRecords<byte[], byte[]> batch) throws InterruptedException {
    Duration pause = backoff.first();
    while (true) {
      try {
        scoreAndStore(batch);
        return;
      } catch (SignalsTopic.NotStored e) {
        LOG.warnf(
            "Signals were not stored and will be sent again: records=%d reason=%s",
            batch.count(), e.getMessage());
        // Kafka is away, and no later record may overtake these: there is nothing else to do.
        channel.pause(pause);
        pause = backoff.after(pause);
      }
    }
  }

  /**
   * A window of records is scored ahead of the one being sent: order is kept, memory is bounded.
   */
  private void scoreAndStore(ConsumerRecords<byte[], byte[]> batch)
      throws SignalsTopic.NotStored, InterruptedException {
    SignalsTopic.Batch sending = signals.newBatch();
    Deque<Future<List<ProducerRecord<byte[], byte[]>>>> scored = new ArrayDeque<>();
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      scored.add(pool.submit(scoring(record)));
      if (scored.size() == ahead) {
        send(sending, scored.remove());
      }
    }
    while (!scored.isEmpty()) {
      send(sending, scored.remove());
    }
    sending.await();
  }

  private Callable<List<ProducerRecord<byte[], byte[]>>> scoring(
      ConsumerRecord<byte[], byte[]> record) {
    return () -> scorer.score(record);
  }

  private static void send(
      SignalsTopic.Batch sending, Future<List<ProducerRecord<byte[], byte[]>>> scored)
      throws SignalsTopic.NotStored, InterruptedException {
    try {
      for (ProducerRecord<byte[], byte[]> record : scored.get()) {
        sending.send(record);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("scoring a record must not fail", e);
    }
  }

  void end(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
    channel.end();
  }

  @PreDestroy
  void close() {
    pool.shutdownNow();
  }
}
