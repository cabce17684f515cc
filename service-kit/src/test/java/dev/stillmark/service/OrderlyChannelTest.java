package dev.stillmark.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class OrderlyChannelTest {

  private final AtomicInteger tries = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void work_between_two_tries_is_given_up_for_good(boolean kafkaAnswers) throws Exception {
    OrderlyChannel channel = channel(kafkaAnswers);
    CountDownLatch tried = new CountDownLatch(1);
    Thread worker =
        takeInBackground(
            channel,
            () -> {
              while (true) {
                tries.incrementAndGet();
                tried.countDown();
                channel.pause(Duration.ofMillis(1));
              }
            });
    tried.await();

    channel.end();
    awaitWaiting(worker);
    int triesAtTheEnd = tries.get();
    worker.interrupt();
    awaitWaiting(worker);

    assertThat(tries).hasValue(triesAtTheEnd);
  }

  @Test
  void work_that_is_not_waiting_is_finished_first() throws Exception {
    OrderlyChannel channel = channel(true);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayFinish = new CountDownLatch(1);
    Thread worker =
        takeInBackground(
            channel,
            () -> {
              begun.countDown();
              mayFinish.await();
              tries.incrementAndGet();
            });
    begun.await();
    Thread ending = Thread.ofPlatform().daemon().start(channel::end);
    awaitState(ending, Thread.State.TIMED_WAITING);

    mayFinish.countDown();
    ending.join();
    worker.join();

    assertThat(tries).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void no_batch_begins_behind_the_end(boolean kafkaAnswers) throws Exception {
    OrderlyChannel channel = channel(kafkaAnswers);
    channel.end();

    Thread worker = takeInBackground(channel, tries::incrementAndGet);
    awaitWaiting(worker);

    assertThat(tries).hasValue(0);
  }

  private interface Job {
    void run() throws InterruptedException;
  }

  private static Thread takeInBackground(OrderlyChannel channel, Job job) {
    return Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            channel.take(ConsumerRecords.empty(), batch -> job.run());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Returns once the thread waits for good; a pause between tries is a timed one. */
  private static void awaitWaiting(Thread thread) throws InterruptedException {
    awaitState(thread, Thread.State.WAITING);
    Thread.sleep(20);
    awaitState(thread, Thread.State.WAITING);
  }

  private static void awaitState(Thread thread, Thread.State state) throws InterruptedException {
    while (thread.getState() != state) {
      assertThat(thread.isAlive()).isTrue();
      Thread.sleep(1);
    }
  }

  private static OrderlyChannel channel(boolean kafkaAnswers) {
    Uni<Set<TopicPartition>> paused =
        kafkaAnswers
            ? Uni.createFrom().item(Set.of())
            : Uni.createFrom().failure(new IllegalStateException("no answer"));
    KafkaConsumer<?, ?> consumer = answering(KafkaConsumer.class, paused);
    return new OrderlyChannel(answering(KafkaClientService.class, consumer), "channel");
  }

  /** Answers every call alike: the channel asks for a consumer, and that one to pause. */
  private static <T> T answering(Class<T> type, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> answer));
  }
}
