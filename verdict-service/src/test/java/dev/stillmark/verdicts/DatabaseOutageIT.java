package dev.stillmark.verdicts;

import static dev.stillmark.verdicts.Outside.awaitScored;
import static dev.stillmark.verdicts.Outside.awaitStatus;
import static dev.stillmark.verdicts.Outside.delete;
import static dev.stillmark.verdicts.Outside.evidence;
import static dev.stillmark.verdicts.Outside.send;
import static dev.stillmark.verdicts.Outside.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away in mid-stream and comes back with its data. */
@QuarkusTest
@QuarkusTestResource(value = StoppableServers.class, restrictToAnnotatedClass = true)
class DatabaseOutageIT {

  Runnable stopDatabase;
  Runnable startDatabase;

  @Test
  void loses_nothing_while_the_database_is_away() {
    String suspect = unique("outage");
    List<Signals.Message> messages = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      messages.add(Signals.green(suspect, "r", i, 20));
    }
    send(messages.subList(0, 20));
    awaitScored(suspect, 20);

    stopDatabase.run();
    send(messages.subList(20, 40));
    awaitStatus("/q/health/ready", 503);
    startDatabase.run();
    awaitStatus("/q/health/ready", 200);
    awaitScored(suspect, 40);

    byte[] throughTheOutage = evidence(suspect);
    delete(suspect);
    send(messages);
    awaitScored(suspect, 40);
    assertThat(throughTheOutage).isEqualTo(evidence(suspect));
  }
}
