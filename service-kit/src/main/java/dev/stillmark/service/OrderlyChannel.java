package dev.stillmark.service;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * A Kafka channel that ends in order: no batch begins once the service is to end, and the one in
 * hand is finished and committed before its consumer is closed.
 *
 * <p>Without this the channel closes under the batch, whose records are then delivered again: not
 * lost, but done twice and told in the log as a failure. A batch that was fetched already and comes
 * after the end waits for ever: to return would acknowledge it, to throw would tell of a failure.
 * So the thread pool must not wait for long (quarkus.thread-pool.shutdown-timeout).
 */
public final class OrderlyChannel {

  private static final Logger LOG = Logger.getLogger(OrderlyChannel.class);
  private static final Duration LONGEST_BATCH = Duration.ofSeconds(20);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** What is done with a batch; returning acknowledges it. */
  @FunctionalInterface
  public interface Work {
    void on(ConsumerRecords<byte[], byte[]> batch) throws InterruptedException;
  }

  private final KafkaClientService clients;
  private final String channel;
  private final ReentrantLock batchInHand = new ReentrantLock();
  private volatile boolean ending;
  private boolean betweenTries;
  private Map<TopicPartition, Long> finished = Map.of();

  public OrderlyChannel(KafkaClientService clients, String channel) {
    this.clients = clients;
    this.channel = channel;
  }

  /** Does {@code work} on one batch; the channel's method calls nothing else. */
  public void take(ConsumerRecords<byte[], byte[]> batch, Work work) throws InterruptedException {
    lockUnlessEnding();
    try {
      work.on(batch);
      finished = ends(batch);
    } finally {
      batchInHand.unlock();
    }
  }

  /**
   * For work that must try again: waits between two tries. Once the service is to end this never
   * returns, interrupted or not, so that no try meets a service that is half gone.
   */
  public void pause(Duration pause) throws InterruptedException {
    betweenTries = true;
    batchInHand.unlock();
    try {
      Thread.sleep(pause);
    } finally {
      lockUnlessEnding();
      betweenTries = false;
    }
  }

  /** The flag for an end that could not take the lock, as Kafka or the batch kept it waiting. */
  private void lockUnlessEnding() {
    while (ending) {
      LockSupport.park(this);
      boolean _ = Thread.interrupted();
    }
    batchInHand.lock();
  }

  private static Map<TopicPartition, Long> ends(ConsumerRecords<byte[], byte[]> batch) {
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (TopicPartition partition : batch.partitions()) {
      ends.put(partition, batch.records(partition).getLast().offset() + 1);
    }
    return ends;
  }

  /** To be called once, when the shutdown begins, while the consumer is still open. */
  public void end() {
    ending = true;
    try {
      KafkaConsumer<byte[], byte[]> consumer = clients.getConsumer(channel);
      if (consumer == null) {
        return;
      }
      consumer.pause().await().atMost(LONGEST_ANSWER);
      if (isBatchFinished()) {
        awaitCommit(consumer);
      } else {
        LOG.warnf("The batch in hand was not finished and will come again: channel=%s", channel);
      }
    } catch (TimeoutException | CompletionException | IllegalStateException e) {
      LOG.warnf(
          "Kafka does not answer, so the last batch will come again: channel=%s failure=%s",
          channel, e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A batch between two tries is not waited for. The lock is never given back. */
  private boolean isBatchFinished() throws InterruptedException {
    return batchInHand.tryLock(LONGEST_BATCH.toNanos(), TimeUnit.NANOSECONDS) && !betweenTries;
  }

  private void awaitCommit(KafkaConsumer<byte[], byte[]> consumer) throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST_ANSWER.toNanos();
    while (!isCommitted(consumer) && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE);
    }
  }

  private boolean isCommitted(KafkaConsumer<byte[], byte[]> consumer) {
    if (finished.isEmpty()) {
      return true;
    }
    Map<TopicPartition, OffsetAndMetadata> committed =
        consumer
            .committed(finished.keySet().toArray(TopicPartition[]::new))
            .await()
            .atMost(LONGEST_ANSWER);
    return finished.entrySet().stream()
        .allMatch(end -> {
          OffsetAndMetadata stored = committed.get(end.getKey());
          return stored != null && stored.offset() >= end.getValue();
        });
  }
}
