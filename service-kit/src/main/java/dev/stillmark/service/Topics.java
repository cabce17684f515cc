package dev.stillmark.service;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/** Creates the topics that are missing, also on a Kafka that was there before. */
@Singleton
public final class Topics {

  private static final Logger LOG = Logger.getLogger(Topics.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Map<String, Object> kafka;

  /**
   * A topic that exists.
   *
   * @param id tells it from an earlier one of its name
   */
  public record Topic(String id, int partitions) {}

  Topics(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = new HashMap<>(kafka);
    this.kafka.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    this.kafka.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
  }

  /**
   * Makes sure that {@code topic} exists; one that exists is left as it is, so that on a guarded
   * Kafka nobody needs the right to create topics.
   *
   * @param partitions for a topic that has to be created; the replication factor is the broker's
   * @throws KafkaUnavailable where the broker does not answer in time, or refuses
   */
  public Topic ensure(String topic, int partitions) {
    try (Admin admin = Admin.create(kafka)) {
      Optional<Topic> existing = find(admin, topic);
      if (existing.isPresent()) {
        return existing.get();
      }
      create(admin, new NewTopic(topic, Optional.of(partitions), Optional.empty()));
      return awaitTopic(admin, topic);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for topic " + topic, e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new KafkaUnavailable(topic, e);
    }
  }

  /** Ends the start where no client can be made of the settings, such as an unknown host. */
  public void requireUsableSettings() {
    try {
      Admin.create(kafka).close(Duration.ZERO);
    } catch (KafkaException e) {
      throw StartRefusal.because("Kafka cannot be used: " + ServerUnavailable.reasonOf(e));
    }
  }

  private static void create(Admin admin, NewTopic topic)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      admin.createTopics(List.of(topic)).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      LOG.infof("Created a missing topic: topic=%s", topic.name());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  /** A topic that was just created is not known to every broker at once. */
  private static Topic awaitTopic(Admin admin, String topic)
      throws InterruptedException, ExecutionException, TimeoutException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<Topic> created = find(admin, topic);
      if (created.isPresent()) {
        return created.get();
      }
      Thread.sleep(PAUSE);
    }
    throw new TimeoutException("created, but not to be seen");
  }

  private static Optional<Topic> find(Admin admin, String topic)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      TopicDescription description =
          Objects.requireNonNull(
              admin
                  .describeTopics(List.of(topic))
                  .allTopicNames()
                  .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                  .get(topic));
      return Optional.of(
          new Topic(description.topicId().toString(), description.partitions().size()));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
