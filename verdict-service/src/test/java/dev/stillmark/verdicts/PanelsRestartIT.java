package dev.stillmark.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.embedded.EmbeddedDatabase;
import dev.stillmark.embedded.EmbeddedKafka;
import dev.stillmark.embedded.PackagedService;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a reference panel once service and database have been away. */
class PanelsRestartIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String OUTPUT =
      "{\"model\":\"gpt4\",\"promptId\":\"p1\",\"output\":\"Because.\"}\n";

  @TempDir Path directory;

  @Test
  void panels_outputs_and_lineage_outlive_service_and_database() throws Exception {
    String panel;
    String lineage;
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"));
        EmbeddedDatabase database = EmbeddedDatabase.start(directory.resolve("postgres"));
        PackagedService service = start("first.txt", kafka, database)) {
      service.awaitStatus("/q/health/ready", 200);
      send(service, "PUT", "/v1/panels/v1", "application/json", PanelBodies.TWO_TEACHERS);
      assertThat(sendOutput(service)).contains("\"accepted\":1");
      panel = service.ask("GET", "/v1/panels/v1", null).body();
      lineage = service.ask("GET", "/v1/lineage?panel=v1", null).body();
    }

    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka2"));
        EmbeddedDatabase database = EmbeddedDatabase.start(directory.resolve("postgres"));
        PackagedService service = start("second.txt", kafka, database)) {
      service.awaitStatus("/q/health/ready", 200);

      assertThat(service.ask("GET", "/v1/panels/v1", null).body())
          .isEqualTo(panel)
          .contains("\"student-dpo\"");
      assertThat(service.ask("GET", "/v1/lineage?panel=v1", null).body()).isEqualTo(lineage);
      assertThat(sendOutput(service)).contains("\"duplicate\":1");
    }
  }

  private static String sendOutput(PackagedService service) throws Exception {
    return send(service, "POST", "/v1/panels/v1/outputs", "application/x-ndjson", OUTPUT);
  }

  private static String send(
      PackagedService service, String method, String path, String type, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.address().resolve(path))
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return answer.body();
  }

  private PackagedService start(String log, EmbeddedKafka kafka, EmbeddedDatabase database)
      throws Exception {
    return PackagedService.start(
        directory.resolve(log),
        Map.of(
            "kafka.bootstrap.servers", kafka.bootstrapServers(),
            "quarkus.datasource.reactive.url", database.reactiveUrl(),
            "quarkus.datasource.jdbc.url", database.jdbcUrl(),
            "quarkus.datasource.username", database.user(),
            "quarkus.datasource.password", database.password()));
  }
}
