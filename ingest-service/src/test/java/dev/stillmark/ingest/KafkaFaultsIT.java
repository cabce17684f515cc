package dev.stillmark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.embedded.EmbeddedKafka;
import dev.stillmark.embedded.FreePort;
import dev.stillmark.embedded.PackagedService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the probes say, and what becomes of outputs, when Kafka or the service goes away. */
class KafkaFaultsIT {

  private static final String CHANNEL = "mp.messaging.outgoing.suspect-outputs.";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir Path directory;

  @Test
  void waits_live_but_neither_started_nor_ready_for_a_kafka_that_comes_late() throws Exception {
    int port = FreePort.any();
    try (PackagedService service = start(port, Map.of())) {
      service.awaitStatus("/q/health/live", 200);
      assertThat(service.status("/q/health/started")).isEqualTo(503);
      assertThat(service.status("/q/health/ready")).isEqualTo(503);

      try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), port)) {
        service.awaitStatus("/q/health/started", 200);
        service.awaitStatus("/q/health/ready", 200);
        assertThat(post(service, line(1)).statusCode()).isEqualTo(202);
      }
      assertThat(service.log()).doesNotContain("\tat ");
    }
  }

  @Test
  void a_kafka_that_goes_away_costs_readiness_and_never_life() throws Exception {
    int port = FreePort.any();
    Path data = directory.resolve("kafka");
    try (PackagedService service = start(port, impatient())) {
      try (EmbeddedKafka kafka = EmbeddedKafka.start(data, port)) {
        service.awaitStatus("/q/health/ready", 200);
        assertThat(post(service, line(1)).statusCode()).isEqualTo(202);
      }
      service.awaitStatus("/q/health/ready", 503);
      assertThat(post(service, line(2)).statusCode()).isEqualTo(503);
      assertThat(service.status("/q/health/live")).isEqualTo(200);
      assertThat(service.status("/q/health/started")).isEqualTo(200);

      try (EmbeddedKafka kafka = EmbeddedKafka.start(data, port)) {
        service.awaitStatus("/q/health/ready", 200);
        assertThat(post(service, line(3)).statusCode()).isEqualTo(202);
        assertThat(service.status("/q/health/live")).isEqualTo(200);
      }
      assertThat(service.log()).doesNotContain("\tat ");
    }
  }

  @Test
  void a_request_in_hand_is_taken_in_whole_when_the_service_is_stopped() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"));
        PackagedService service =
            start(
                Integer.parseInt(kafka.bootstrapServers().split(":", 2)[1]),
                Map.of("quarkus.shutdown.delay", "2s"))) {
      service.awaitStatus("/q/health/ready", 200);
      PipedOutputStream body = new PipedOutputStream();
      CompletableFuture<HttpResponse<String>> answer = postStreamed(service, body);
      writeLines(body, 0, 500);
      awaitRecords(kafka, 400);

      service.requestEnd();
      service.awaitStatus("/q/health/ready", 503);
      assertThat(service.status("/q/health/live")).isEqualTo(200);
      while (!service.log().contains("Waiting for HTTP requests to complete")) {
        Thread.sleep(50);
      }
      writeLines(body, 500, 1_000);
      body.close();

      assertThat(answer.join().statusCode()).isEqualTo(202);
      assertThat(answer.join().body().lines().filter(line -> line.contains("\"accepted\",")))
          .hasSize(1_000);
      service.awaitExit();
      List<ConsumerRecord<String, byte[]>> records = records(kafka);
      assertThat(records).hasSize(1_001);
      assertThat(Records.closing(records).at("/accepted").asInt()).isEqualTo(1_000);
      assertThat(service.log()).doesNotContain("\tat ");
    }
  }

  private PackagedService start(int kafkaPort, Map<String, String> settings) throws IOException {
    Map<String, String> all = new HashMap<>(settings);
    all.put("kafka.bootstrap.servers", "127.0.0.1:" + kafkaPort);
    all.put("stillmark.ingest.partitions", "1");
    return PackagedService.start(directory.resolve("log.txt"), all);
  }

  private static Map<String, String> impatient() {
    return Map.of(
        CHANNEL + "delivery.timeout.ms",
        "4000",
        CHANNEL + "request.timeout.ms",
        "2000",
        CHANNEL + "max.block.ms",
        "3000",
        CHANNEL + "linger.ms",
        "0",
        "stillmark.ingest.acknowledgement-timeout",
        "10s");
  }

  private static void awaitRecords(EmbeddedKafka kafka, int least) throws InterruptedException {
    while (records(kafka).size() < least) {
      Thread.sleep(50);
    }
  }

  private static List<ConsumerRecord<String, byte[]>> records(EmbeddedKafka kafka) {
    return Records.of(kafka.bootstrapServers(), "s");
  }

  private static HttpResponse<String> post(PackagedService service, String body) throws Exception {
    return CLIENT.send(request(service, BodyPublishers.ofString(body)), BodyHandlers.ofString());
  }

  private static CompletableFuture<HttpResponse<String>> postStreamed(
      PackagedService service, PipedOutputStream body) throws IOException {
    InputStream lines = new PipedInputStream(body, 1 << 20);
    return CLIENT.sendAsync(
        request(service, BodyPublishers.ofInputStream(() -> lines)), BodyHandlers.ofString());
  }

  private static HttpRequest request(PackagedService service, HttpRequest.BodyPublisher body) {
    return HttpRequest.newBuilder(service.address().resolve("/v1/suspects/s/outputs"))
        .header("Content-Type", "application/x-ndjson")
        .POST(body)
        .build();
  }

  private static void writeLines(OutputStream body, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      body.write(line(i).getBytes(UTF_8));
    }
    // The client sends what fills its buffer, and nothing less.
    body.write(" \n".repeat(20_000).getBytes(UTF_8));
    body.flush();
  }

  private static String line(int number) {
    return "{\"collection\":\"c\",\"promptId\":\"p%d\",\"prompt\":\"q\",\"output\":\"o\"}\n"
        .formatted(number);
  }
}
