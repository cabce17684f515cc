package dev.stillmark.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BrokerGoneResource.class, restrictToAnnotatedClass = true)
class BrokerGoneIT {

  private static final String LINE =
      "{\"collection\":\"c\",\"promptId\":\"p\",\"prompt\":\"q\",\"output\":\"o\"}";

  BrokerGoneResource.Broker broker;

  @TestHTTPResource("/")
  URI root;

  @Test
  void nothing_is_called_accepted_once_the_broker_is_gone() throws Exception {
    post().statusCode(202);

    assertThat(streamThatStopsTheBroker()).contains("/problems/kafka-unavailable");

    post().statusCode(503).body("type", endsWith("/problems/kafka-unavailable"));
    given().get("/q/health/ready").then().statusCode(503);
  }

  /** The broker goes away behind the first half of the body. */
  private String streamThatStopsTheBroker() throws Exception {
    Stream<byte[]> lines = IntStream.range(0, 2_000).mapToObj(this::line);
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve("/v1/suspects/streamed/outputs"))
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofByteArrays(lines::iterator))
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(503);
      return response.body();
    }
  }

  private byte[] line(int number) {
    if (number == 1_000) {
      broker.stop();
    }
    return (LINE.replace("\"o\"", "\"o" + number + "\"") + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static ValidatableResponse post() {
    return given()
        .contentType("application/x-ndjson; charset=UTF-8")
        .body(LINE.getBytes(StandardCharsets.UTF_8))
        .post("/v1/suspects/s/outputs")
        .then();
  }
}
