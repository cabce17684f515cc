package dev.stillmark.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatientStartTest {

  private static final Backoff SHORT = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));

  @Test
  void tries_again_until_an_attempt_succeeds() throws Exception {
    AtomicInteger attempts = new AtomicInteger();

    try (PatientStart start = new PatientStart("Kafka", () -> failTwice(attempts), SHORT)) {
      assertThat(start.isDone()).isFalse();
      start.begin();
      start.await();
      assertThat(attempts).hasValue(3);
      assertThat(start.isDone()).isTrue();
    }
  }

  @Test
  void a_closed_start_tries_no_more() throws Exception {
    CountDownLatch tried = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    PatientStart start = new PatientStart("Kafka", () -> waitInVain(tried, interrupted), SHORT);
    start.begin();
    assertThat(tried.await(10, TimeUnit.SECONDS)).isTrue();

    start.close();

    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(start.isDone()).isFalse();
  }

  @Test
  void says_why_it_still_waits() throws Exception {
    Backoff once = new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(1));
    PatientStart.Attempt failing =
        () -> {
          throw new ServerUnavailable("nobody listens", new TimeoutException());
        };
    try (PatientStart start = new PatientStart("Kafka", failing, once)) {
      start.begin();

      while (reason(start).equals("not tried yet")) {
        Thread.sleep(1);
      }
      assertThat(reason(start)).isEqualTo("nobody listens");
      assertThat(start.isDone()).isFalse();
    }
  }

  private static Object reason(PatientStart start) {
    return start.health("kafka").build().getData().orElseThrow().get("reason");
  }

  private static void failTwice(AtomicInteger attempts) {
    if (attempts.incrementAndGet() < 3) {
      throw new KafkaUnavailable("t", new TimeoutException("no answer"));
    }
  }

  private static void waitInVain(CountDownLatch tried, CountDownLatch interrupted)
      throws InterruptedException {
    tried.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw e;
    }
  }
}
