package dev.stillmark.verdicts.intake;

import static dev.stillmark.verdicts.Outside.awaitStatus;
import static dev.stillmark.verdicts.Outside.send;
import static io.restassured.RestAssured.given;

import dev.stillmark.verdicts.EmbeddedServers;
import dev.stillmark.verdicts.Signals;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.junit.jupiter.api.Test;

/** A bug ends the channel, and only a new process can open it again. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, restrictToAnnotatedClass = true)
class DeadChannelIT {

  @Test
  void a_channel_that_has_died_for_good_costs_life() {
    awaitStatus("/q/health/ready", 200);
    given().get("/q/health/live").then().statusCode(200);
    QuarkusMock.installMockForType(new Faulty(), SignalsChannel.class);

    send(List.of(Signals.green("any", "r", 0, 5)));

    awaitStatus("/q/health/live", 503);
  }

  @Vetoed
  private static final class Faulty extends SignalsChannel {

    Faulty() {
      super(null, null, null, null, "group");
    }

    @Override
    void consume(ConsumerRecords<byte[], byte[]> batch) {
      throw new IllegalStateException("a bug");
    }

    @Override
    void end(ShutdownEvent event) {
      // It has no channel to pause.
    }
  }
}
