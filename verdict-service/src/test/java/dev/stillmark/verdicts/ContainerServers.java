package dev.stillmark.verdicts;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Kafka and PostgreSQL for one test class, in containers. */
public final class ContainerServers implements QuarkusTestResourceLifecycleManager {

  private KafkaContainer kafka;
  private PostgreSQLContainer database;

  @Override
  public Map<String, String> start() {
    kafka = new KafkaContainer(image("stillmark.kafkaImage", "apache/kafka:4.1.1"));
    database = new PostgreSQLContainer(image("stillmark.postgresImage", "postgres:18-alpine"));
    kafka.start();
    database.start();
    String address =
        "postgresql://%s:%d/%s"
            .formatted(
                database.getHost(), database.getMappedPort(5432), database.getDatabaseName());
    return Map.of(
        "kafka.bootstrap.servers",
        kafka.getBootstrapServers(),
        "quarkus.datasource.reactive.url",
        "vertx-reactive:" + address,
        "quarkus.datasource.jdbc.url",
        "jdbc:" + address,
        "quarkus.datasource.username",
        database.getUsername(),
        "quarkus.datasource.password",
        database.getPassword(),
        "quarkus.http.test-port",
        "0");
  }

  /** {@code usual}, or what {@code property} names in its stead. */
  private static DockerImageName image(String property, String usual) {
    String repository = usual.substring(0, usual.indexOf(':'));
    return DockerImageName.parse(System.getProperty(property, usual))
        .asCompatibleSubstituteFor(repository);
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.stop();
    }
    if (database != null) {
      database.stop();
    }
  }
}
