package dev.stillmark.service;

import io.quarkus.runtime.PreventFurtherStepsException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jboss.logging.Logger;

/**
 * The part of a start that needs Kafka, done again until it succeeds while the service stays up.
 *
 * <p>A service that is live but not ready, and says why, serves an operator better than one that
 * dies and is started over: Kafka that is late, upgraded or unreachable is nothing that a new
 * process would mend.
 */
public final class KafkaStart implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(KafkaStart.class);

  /** One attempt; it throws {@link KafkaUnavailable} where a later one may succeed. */
  @FunctionalInterface
  public interface Attempt {
    void run() throws InterruptedException;
  }

  private final Attempt attempt;
  private final Backoff backoff;
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread thread;

  public KafkaStart(Attempt attempt, Backoff backoff) {
    this.attempt = attempt;
    this.backoff = backoff;
    this.thread = Thread.ofVirtual().name("kafka-start").unstarted(this::run);
  }

  /** Returns at once; to be called once. */
  public void begin() {
    thread.start();
  }

  /** Whether an attempt has succeeded. */
  public boolean isDone() {
    return done.getCount() == 0;
  }

  /** Returns once an attempt has succeeded. */
  public void await() throws InterruptedException {
    done.await();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      Duration pause = backoff.first();
      while (!succeeds()) {
        Thread.sleep(pause);
        pause = backoff.after(pause);
      }
      done.countDown();
    } catch (InterruptedException e) {
      LOG.debug("Gave up waiting for Kafka: reason=shutdown");
    } catch (PreventFurtherStepsException e) {
      LOG.debug("Gave up waiting for Kafka: reason=refused");
    } catch (RuntimeException e) {
      // The thread's edge: nobody would hear of it, and the service would wait for ever.
      if (!Thread.currentThread().isInterrupted()) {
        StartRefusal.because("The start failed: " + KafkaUnavailable.reasonOf(e));
      }
    }
  }

  private boolean succeeds() throws InterruptedException {
    try {
      attempt.run();
      return true;
    } catch (KafkaUnavailable e) {
      LOG.warnf("Kafka cannot be used yet, trying again: reason=%s", e.getMessage());
      return false;
    }
  }
}
