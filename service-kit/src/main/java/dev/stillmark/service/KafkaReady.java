package dev.stillmark.service;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Ready while Kafka answers.
 *
 * <p>It says so within {@link #PATIENCE}, also when Kafka does not: a probe that hangs tells nobody
 * why.
 */
@Readiness
@Singleton
final class KafkaReady implements HealthCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Map<String, Object> kafka;
  private @Nullable Admin admin;

  KafkaReady(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = new HashMap<>(kafka);
    this.kafka.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    this.kafka.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
  }

  @Override
  public HealthCheckResponse call() {
    String trouble = trouble();
    return HealthCheckResponse.named("kafka")
        .status(trouble == null)
        .withData("reason", trouble == null ? "none" : trouble)
        .build();
  }

  private @Nullable String trouble() {
    try {
      client().describeCluster().nodes().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "shutdown";
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      return ServerUnavailable.reasonOf(e);
    }
  }

  private synchronized Admin client() {
    if (admin == null) {
      admin = Admin.create(kafka);
    }
    return admin;
  }

  @PreDestroy
  synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }
}
