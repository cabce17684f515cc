package dev.stillmark.verdicts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.events.Wire;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The running service from outside: its topic, its addresses and its tables. */
public final class Outside {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Outside() {}

  public static byte[] evidence(String suspect) {
    return evidence(suspect, Signals.GREEN.id(), "items");
  }

  /** The canonical bytes of one part. */
  public static byte[] evidence(String suspect, String detector, String part) {
    return given()
        .get("/v1/suspects/{suspect}/evidence/{detector}?part={part}", suspect, detector, part)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  /** The first column of what {@code sql} finds, whose parameters are all {@code value}. */
  public static List<String> select(String sql, String value) {
    var config = ConfigProvider.getConfig();
    List<String> found = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
        statement.setString(i, value);
      }
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void delete(String suspect) {
    given().delete("/v1/suspects/{suspect}", suspect).then().statusCode(204);
  }

  public static String unique(String name) {
    return name + "-" + UUID.randomUUID();
  }

  public static void awaitScored(String suspect, int scored) {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      Response answer = given().get("/v1/suspects/{suspect}", suspect);
      if (answer.statusCode() == 200 && answer.jsonPath().getInt("outputs.scored") == scored) {
        return;
      }
      pause(end, answer);
    }
  }

  public static Response await(String path, String field, int value) {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      Response answer = given().get(path);
      if (answer.statusCode() == 200 && answer.jsonPath().getInt(field) == value) {
        return answer;
      }
      pause(end, answer);
    }
  }

  public static void awaitStatus(String path, int status) {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      Response answer = given().get(path);
      if (answer.statusCode() == status) {
        return;
      }
      pause(end, answer);
    }
  }

  private static void pause(Instant end, Response last) {
    assertThat(Instant.now()).as("last answer: %s", last.asString()).isBefore(end);
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static void send(List<Signals.Message> messages) {
    send(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class), messages);
  }

  /** Sends to the one partition that keeps them in order. */
  public static void send(String servers, List<Signals.Message> messages) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (Signals.Message message : messages) {
        ProducerRecord<byte[], byte[]> record =
            new ProducerRecord<>(Wire.SIGNALS, 0, null, message.payload());
        record.headers().add(Wire.CE_TYPE, message.type().getBytes(StandardCharsets.UTF_8));
        producer.send(record);
      }
    }
  }
}
