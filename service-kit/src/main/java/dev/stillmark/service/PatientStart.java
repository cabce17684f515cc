package dev.stillmark.service;

import io.quarkus.runtime.PreventFurtherStepsException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jboss.logging.Logger;

/**
 * The part of a start that needs another server, done again until it succeeds while the service
 * stays up.
 *
 * <p>A service that is live but not ready, and says why, serves an operator better than one that
 * dies and is started over: a server that is late, upgraded or unreachable is nothing that a new
 * process would mend.
 */
public final class PatientStart implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(PatientStart.class);

  /** One attempt; it throws {@link ServerUnavailable} where a later one may succeed. */
  @FunctionalInterface
  public interface Attempt {
    void run() throws InterruptedException;
  }

  private final String server;
  private final Attempt attempt;
  private final Backoff backoff;
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicReference<String> trouble = new AtomicReference<>("not tried yet");
  private final Thread thread;

  /**
   * A start that was not begun yet.
   *
   * @param server whom it needs, as an operator calls it
   */
  public PatientStart(String server, Attempt attempt, Backoff backoff) {
    this.server = server;
    this.attempt = attempt;
    this.backoff = backoff;
    this.thread = Thread.ofVirtual().name("start-with-" + server).unstarted(this::run);
  }

  /** Returns at once; to be called once. */
  public void begin() {
    thread.start();
  }

  /** Whether an attempt has succeeded. */
  public boolean isDone() {
    return done.getCount() == 0;
  }

  /** What a health check called {@code name} says: up once an attempt has succeeded, or why not. */
  public HealthCheckResponseBuilder health(String name) {
    return HealthCheckResponse.named(name).status(isDone()).withData("reason", trouble.get());
  }

  /** Returns once an attempt has succeeded; never where the service ends before. */
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
      trouble.set("none");
      done.countDown();
    } catch (InterruptedException e) {
      LOG.debugf("Gave up waiting for %s: reason=shutdown", server);
    } catch (PreventFurtherStepsException e) {
      LOG.debugf("Gave up waiting for %s: reason=refused", server);
    } catch (RuntimeException e) {
      // The thread's edge: nobody would hear of it, and the service would wait for ever.
      if (!Thread.currentThread().isInterrupted()) {
        StartRefusal.because("The start failed: " + ServerUnavailable.reasonOf(e));
      }
    }
  }

  private boolean succeeds() throws InterruptedException {
    try {
      attempt.run();
      return true;
    } catch (ServerUnavailable e) {
      trouble.set(String.valueOf(e.getMessage()));
      LOG.warnf("%s cannot be used yet, trying again: reason=%s", server, e.getMessage());
      return false;
    }
  }
}
