package dev.stillmark.verdicts.intake;

import dev.stillmark.events.Wire;
import dev.stillmark.service.Backoff;
import dev.stillmark.service.PatientStart;
import dev.stillmark.service.SettingRange;
import dev.stillmark.service.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * The topic {@code signals}: made sure of before the first record, and known by its id.
 *
 * <p>A Kafka that does not answer is waited for, live but not ready.
 */
// Injected into others too, for which it needs the qualifier that the probes' take away.
@Default
@Startup
@Readiness
@Singleton
final class SignalsTopic implements HealthCheck {

  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));

  private final Topics topics;
  private final VerdictConfig config;
  private final PatientStart kafka;
  private volatile String id = "";

  SignalsTopic(Topics topics, VerdictConfig config) {
    SettingRange.requireAll(
        List.of(new SettingRange("stillmark.verdict.partitions", config.partitions(), 1, 10_000)));
    this.topics = topics;
    this.config = config;
    this.kafka = new PatientStart("Kafka", this::identify, BACKOFF);
  }

  /** Runs before the channels are connected. */
  void start(@Observes @Priority(1) StartupEvent event) {
    topics.requireUsableSettings();
    kafka.begin();
  }

  /** Tells this topic from an earlier one of its name, once Kafka has answered. */
  String awaitId() throws InterruptedException {
    kafka.await();
    return id;
  }

  private void identify() {
    id = topics.ensure(Wire.SIGNALS, config.partitions()).id();
  }

  @Override
  public HealthCheckResponse call() {
    return kafka.health("topics").build();
  }

  void close(@Observes ShutdownEvent event) {
    kafka.close();
  }
}
