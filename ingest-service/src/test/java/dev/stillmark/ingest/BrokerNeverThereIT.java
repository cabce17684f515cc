package dev.stillmark.ingest;

import static io.restassured.RestAssured.given;

import dev.stillmark.embedded.FreePort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the probes of a cluster are told while Kafka is away. */
@QuarkusTest
@QuarkusTestResource(value = BrokerNeverThereIT.NoBroker.class, restrictToAnnotatedClass = true)
class BrokerNeverThereIT {

  private static final String LINE =
      "{\"collection\":\"c\",\"promptId\":\"p\",\"prompt\":\"q\",\"output\":\"o\"}";

  @Test
  void is_live_but_not_ready_so_that_nobody_restarts_it() {
    given()
        .contentType("application/x-ndjson; charset=UTF-8")
        .body(LINE.getBytes(StandardCharsets.UTF_8))
        .post("/v1/suspects/s/outputs")
        .then()
        .statusCode(503);

    given().get("/q/health/live").then().statusCode(200);
    given().get("/q/health/ready").then().statusCode(503);
  }

  /** Kafka settings that lead to a port where nothing listens. */
  public static final class NoBroker implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
      try {
        return BrokerGoneResource.impatientWith("127.0.0.1:" + FreePort.any());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void stop() {}
  }
}
