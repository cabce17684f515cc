package dev.stillmark.verdicts.store;

import dev.stillmark.service.Backoff;
import dev.stillmark.service.PatientStart;
import dev.stillmark.service.ServerUnavailable;
import dev.stillmark.service.StartRefusal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables, migrated before anything is stored.
 *
 * <p>A PostgreSQL that does not answer is waited for, live but not ready. A migration that fails
 * while it answers ends the process: someone must mend it.
 */
// Injected into others too, for which it needs the qualifier that the probes' take away.
@Default
@Startup
@Readiness
@Singleton
public final class Schema implements HealthCheck {

  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));

  private final DatabaseConnection connection;
  private final Flyway flyway;
  private final PatientStart postgres;

  Schema(DatabaseConnection connection, Flyway flyway) {
    this.connection = connection;
    this.flyway = flyway;
    this.postgres = new PatientStart("PostgreSQL", this::migrate, BACKOFF);
  }

  void start(@Observes @Priority(1) StartupEvent event) {
    postgres.begin();
  }

  /** Returns once the tables are there. */
  public void await() throws InterruptedException {
    postgres.await();
  }

  private void migrate() {
    connection.require();
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      connection.require();
      throw StartRefusal.because("The schema cannot be migrated: " + ServerUnavailable.reasonOf(e));
    }
  }

  @Override
  public HealthCheckResponse call() {
    return postgres.health("schema").build();
  }

  void close(@Observes ShutdownEvent event) {
    postgres.close();
  }
}
