package dev.stillmark.fingerprint;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Started and ready when the teachers are loaded and declared. */
@Startup
@Readiness
@Singleton
final class TeachersReady implements HealthCheck {

  private final FingerprintStart start;
  private final Detectors detectors;

  TeachersReady(FingerprintStart start, Detectors detectors) {
    this.start = start;
    this.detectors = detectors;
  }

  @Override
  public HealthCheckResponse call() {
    return start.health().withData("detectors", detectors.all().size()).build();
  }
}
