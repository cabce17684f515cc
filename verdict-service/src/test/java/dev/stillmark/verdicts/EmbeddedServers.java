package dev.stillmark.verdicts;

import dev.stillmark.embedded.EmbeddedDatabase;
import dev.stillmark.embedded.EmbeddedKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Kafka and PostgreSQL for one test class, in process and beside it. */
public final class EmbeddedServers implements QuarkusTestResourceLifecycleManager {

  private EmbeddedKafka kafka;
  private EmbeddedDatabase database;

  @Override
  public Map<String, String> start() {
    try {
      Path directory = Files.createTempDirectory("verdict-it");
      kafka = EmbeddedKafka.start(directory.resolve("kafka"));
      database = EmbeddedDatabase.start(directory.resolve("postgres"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "kafka.bootstrap.servers", kafka.bootstrapServers(),
        "quarkus.datasource.reactive.url", database.reactiveUrl(),
        "quarkus.datasource.jdbc.url", database.jdbcUrl(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", database.password(),
        "quarkus.http.test-port", "0");
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
    }
    try {
      if (database != null) {
        database.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
