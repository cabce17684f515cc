package dev.stillmark.fingerprint;

import dev.stillmark.events.Wire;
import dev.stillmark.service.KafkaUnavailable;
import dev.stillmark.service.PatientStart;
import dev.stillmark.service.SettingRange;
import dev.stillmark.service.StartRefusal;
import dev.stillmark.service.Topics;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Loads teachers, makes sure of the topics and declares the detectors, before any record is scored.
 *
 * <p>Faulty settings or teachers, and topics that disagree, end the process: someone must mend
 * them. A Kafka that does not answer is waited for, live but not ready.
 */
@Singleton
final class FingerprintStart {

  private final FingerprintConfig config;
  private final Detectors detectors;
  private final Topics topics;
  private final SignalsTopic signals;
  private final PatientStart kafka;

  FingerprintStart(
      FingerprintConfig config, Detectors detectors, Topics topics, SignalsTopic signals) {
    SettingRange.requireAll(SettingRules.of(config));
    this.config = config;
    this.detectors = detectors;
    this.topics = topics;
    this.signals = signals;
    this.kafka = new PatientStart("Kafka", this::declare, config.retry().backoff());
  }

  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
    kafka.begin();
  }

  /** Whether teachers are loaded and declared, and why not. */
  HealthCheckResponseBuilder health() {
    return kafka.health("teachers");
  }

  /** Returns once teachers are loaded and declared. */
  void awaitReady() throws InterruptedException {
    kafka.await();
  }

  private void declare() throws InterruptedException {
    requireAgreement();
    SignalsTopic.Batch batch = signals.newBatch();
    try {
      batch.send(SignalRecords.declared(detectors.declaration()));
      batch.await();
    } catch (SignalsTopic.NotStored e) {
      throw new KafkaUnavailable(Wire.SIGNALS, e);
    }
  }

  private void requireAgreement() {
    int outputs = topics.ensure(Wire.SUSPECT_OUTPUTS, config.partitions()).partitions();
    int signalPartitions = topics.ensure(Wire.SIGNALS, outputs).partitions();
    if (outputs != signalPartitions) {
      throw StartRefusal.because(
          "Topics %s and %s must have the same number of partitions but have %d and %d"
              .formatted(Wire.SUSPECT_OUTPUTS, Wire.SIGNALS, outputs, signalPartitions));
    }
  }

  @PreDestroy
  void close() {
    kafka.close();
  }
}
