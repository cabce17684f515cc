package dev.stillmark.verdicts.intake;

import dev.stillmark.events.Wire;
import dev.stillmark.service.Topics;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** The topic {@code signals}: made sure of before the first record, and known by its id. */
@Singleton
final class SignalsTopic {

  private static final long PATIENCE_SECONDS = 30;

  private final Topics topics;
  private final VerdictConfig config;
  private final Map<String, Object> kafka;
  private String id = "";

  SignalsTopic(
      Topics topics,
      VerdictConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.topics = topics;
    this.config = config;
    this.kafka = kafka;
  }

  /** Runs before the channels are connected. */
  void start(@Observes @Priority(1) StartupEvent event) {
    id();
  }

  /** Tells this topic from an earlier one of its name, whose offsets mean nothing here. */
  synchronized String id() {
    if (id.isEmpty()) {
      topics.ensure(Wire.SIGNALS, config.partitions());
      id = describe();
    }
    return id;
  }

  private String describe() {
    try (Admin admin = Admin.create(kafka)) {
      return Objects.requireNonNull(
              admin
                  .describeTopics(List.of(Wire.SIGNALS))
                  .allTopicNames()
                  .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                  .get(Wire.SIGNALS))
          .topicId()
          .toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking for topic " + Wire.SIGNALS, e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "topic %s could not be described within %d s: %s"
              .formatted(Wire.SIGNALS, PATIENCE_SECONDS, e.getMessage()),
          e);
    }
  }
}
