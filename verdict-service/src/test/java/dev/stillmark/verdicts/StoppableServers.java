package dev.stillmark.verdicts;

import dev.stillmark.embedded.EmbeddedDatabase;
import dev.stillmark.embedded.EmbeddedKafka;
import dev.stillmark.embedded.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Kafka, and a PostgreSQL that a test may stop and start again on its port, with all its data. */
public final class StoppableServers implements QuarkusTestResourceLifecycleManager {

  private EmbeddedKafka kafka;
  private EmbeddedDatabase database;
  private Path directory;
  private int port;

  @Override
  public Map<String, String> start() {
    try {
      directory = Files.createTempDirectory("verdict-outage-it");
      kafka = EmbeddedKafka.start(directory.resolve("kafka"));
      port = FreePort.any();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    startDatabase();
    return Map.of(
        "kafka.bootstrap.servers",
        kafka.bootstrapServers(),
        "quarkus.datasource.reactive.url",
        "vertx-reactive:postgresql://127.0.0.1:" + port + "/postgres",
        "quarkus.datasource.jdbc.url",
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        "quarkus.datasource.username",
        "postgres",
        "quarkus.datasource.password",
        "postgres",
        "quarkus.http.test-port",
        "0");
  }

  private void startDatabase() {
    try {
      database = EmbeddedDatabase.start(directory.resolve("postgres"), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stopDatabase() {
    try {
      database.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The test is loaded apart from this class, so the switch is made of the JDK's types. */
  @Override
  public void inject(TestInjector injector) {
    Runnable stop = this::stopDatabase;
    Runnable start = this::startDatabase;
    injector.injectIntoFields(
        stop, field -> field.getType() == Runnable.class && field.getName().equals("stopDatabase"));
    injector.injectIntoFields(
        start,
        field -> field.getType() == Runnable.class && field.getName().equals("startDatabase"));
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
    }
    if (database != null) {
      stopDatabase();
    }
  }
}
