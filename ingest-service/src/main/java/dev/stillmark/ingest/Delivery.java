package dev.stillmark.ingest;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What one request has sent and Kafka has not yet acknowledged. */
final class Delivery {

  private static final Logger LOG = Logger.getLogger(Delivery.class);

  private final OutputSender sender;
  private final String requestId;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int pending;
  private @Nullable Throwable failure;

  Delivery(OutputSender sender, String requestId, Duration patience) {
    this.sender = sender;
    this.requestId = requestId;
    this.patience = patience;
  }

  /** Sends a record as soon as there is room, unless an earlier one of this request was lost. */
  void send(OutputRecord record) {
    if (hasFailed()) {
      throw Problems.kafkaUnavailable();
    }
    sender.send(record, this);
  }

  /** Returns once Kafka has acknowledged everything, and ends the request if it has not. */
  void awaitAll() {
    lock.lock();
    try {
      long nanos = patience.toNanos();
      while (pending > 0 && failure == null && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      if (pending > 0 || failure != null) {
        logLoss();
        throw Problems.kafkaUnavailable();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problems.kafkaUnavailable();
    } finally {
      lock.unlock();
    }
  }

  void sent() {
    change(1, null);
  }

  void acknowledged() {
    change(-1, null);
  }

  void failed(Throwable lost) {
    change(-1, lost);
  }

  /** The failure's kind only: its message might hold a record's text. */
  private void logLoss() {
    LOG.warnf(
        "Kafka has not acknowledged: requestId=%s unacknowledged=%d failure=%s",
        requestId, pending, failure == null ? "timeout" : failure.getClass().getName());
  }

  private boolean hasFailed() {
    lock.lock();
    try {
      return failure != null;
    } finally {
      lock.unlock();
    }
  }

  private void change(int difference, @Nullable Throwable lost) {
    lock.lock();
    try {
      pending += difference;
      failure = failure == null ? lost : failure;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
