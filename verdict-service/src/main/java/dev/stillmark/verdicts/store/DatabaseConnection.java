package dev.stillmark.verdicts.store;

import dev.stillmark.service.ServerUnavailable;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether PostgreSQL answers now; the service is ready only then. */
// Injected into others too, for which it needs the qualifier that the probe's takes away.
@Default
@Readiness
@Singleton
final class DatabaseConnection implements HealthCheck {

  private static final int PATIENCE_SECONDS = 2;

  private final DataSource database;

  DatabaseConnection(DataSource database) {
    this.database = database;
  }

  /** Fails with the reason where PostgreSQL does not answer. */
  void require() {
    try (Connection connection = database.getConnection()) {
      if (!connection.isValid(PATIENCE_SECONDS)) {
        throw new SQLException("no answer within %d s".formatted(PATIENCE_SECONDS));
      }
    } catch (SQLException e) {
      throw new ServerUnavailable("no connection: " + ServerUnavailable.reasonOf(e), e);
    }
  }

  @Override
  public HealthCheckResponse call() {
    try {
      require();
      return HealthCheckResponse.named("database").up().withData("reason", "none").build();
    } catch (ServerUnavailable e) {
      return HealthCheckResponse.named("database")
          .down()
          .withData("reason", String.valueOf(e.getMessage()))
          .build();
    }
  }
}
