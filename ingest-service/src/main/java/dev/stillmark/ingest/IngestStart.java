package dev.stillmark.ingest;

import dev.stillmark.events.Wire;
import dev.stillmark.service.Backoff;
import dev.stillmark.service.PatientStart;
import dev.stillmark.service.SettingRange;
import dev.stillmark.service.Topics;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Checks the settings and makes sure of the topic; started and ready when it stands.
 *
 * <p>Settings out of their range end the process. A Kafka that does not answer is waited for, live
 * but not ready.
 */
@Startup
@Readiness
@Singleton
final class IngestStart implements HealthCheck {

  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));
  private static final String CHANNEL = "mp.messaging.outgoing.suspect-outputs.";

  private final Topics topics;
  private final PatientStart kafka;

  IngestStart(
      Topics topics,
      IngestConfig config,
      @ConfigProperty(name = CHANNEL + "max-inflight-messages") int channelInFlight,
      @ConfigProperty(name = CHANNEL + "max.request.size") int requestBytes) {
    SettingRange.requireAll(SettingRules.of(config, channelInFlight, requestBytes));
    this.topics = topics;
    this.kafka =
        new PatientStart(
            "Kafka", () -> topics.ensure(Wire.SUSPECT_OUTPUTS, config.partitions()), BACKOFF);
  }

  void start(@Observes @Priority(1) StartupEvent start) {
    topics.requireUsableSettings();
    kafka.begin();
  }

  @Override
  public HealthCheckResponse call() {
    return kafka.health("topics").build();
  }

  @PreDestroy
  void close() {
    kafka.close();
  }
}
