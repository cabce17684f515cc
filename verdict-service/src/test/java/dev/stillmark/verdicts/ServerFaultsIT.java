package dev.stillmark.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.embedded.EmbeddedDatabase;
import dev.stillmark.embedded.EmbeddedKafka;
import dev.stillmark.embedded.FreePort;
import dev.stillmark.embedded.PackagedService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the probes say, and what becomes of signals, when a server or the service goes away. */
class ServerFaultsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path directory;
  private int kafkaPort;
  private int databasePort;
  private int starts;

  @BeforeEach
  void choosePorts() throws IOException {
    kafkaPort = FreePort.any();
    databasePort = FreePort.any();
  }

  @Test
  void waits_live_but_neither_started_nor_ready_for_servers_that_come_late() throws Exception {
    try (PackagedService service = start()) {
      service.awaitStatus("/q/health/live", 200);
      assertThat(service.status("/q/health/started")).isEqualTo(503);
      assertThat(service.status("/q/health/ready")).isEqualTo(503);

      try (EmbeddedKafka kafka = startKafka()) {
        service.awaitStatus("/q/health/live", 200);
        assertThat(service.status("/q/health/ready")).isEqualTo(503);

        try (EmbeddedDatabase database = startDatabase()) {
          service.awaitStatus("/q/health/started", 200);
          service.awaitStatus("/q/health/ready", 200);
          Outside.send(kafka.bootstrapServers(), List.of(Signals.green("late", "r", 0, 5)));
          awaitScored(service, "late", 1);
        }
      }
      assertThat(service.log()).contains("PostgreSQL cannot be used yet").doesNotContain("\tat ");
    }
  }

  @Test
  void servers_that_go_away_cost_readiness_and_never_life() throws Exception {
    try (PackagedService service = start()) {
      EmbeddedKafka kafka = startKafka();
      EmbeddedDatabase database = startDatabase();
      try {
        service.awaitStatus("/q/health/ready", 200);

        kafka.close();
        service.awaitStatus("/q/health/ready", 503);
        assertLiveAndStarted(service);
        kafka = startKafka();
        service.awaitStatus("/q/health/ready", 200);

        database.close();
        service.awaitStatus("/q/health/ready", 503);
        Outside.send(kafka.bootstrapServers(), List.of(Signals.green("away", "r", 0, 5)));
        Thread.sleep(2_000);
        assertLiveAndStarted(service);
        database = startDatabase();
        service.awaitStatus("/q/health/ready", 200);

        awaitScored(service, "away", 1);
        assertLiveAndStarted(service);
        assertThat(service.log()).doesNotContain("\tat ");
      } finally {
        kafka.close();
        database.close();
      }
    }
  }

  @Test
  void a_service_that_is_stopped_under_load_stores_every_signal_once() throws Exception {
    List<Signals.Message> messages = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      messages.add(Signals.green("load", "r", i, 50));
    }
    try (EmbeddedKafka kafka = startKafka();
        EmbeddedDatabase database = startDatabase()) {
      try (PackagedService service = start("mp.messaging.incoming.signals.max.poll.records=50")) {
        service.awaitStatus("/q/health/ready", 200);
        Outside.send(kafka.bootstrapServers(), messages);
        awaitScored(service, "load", 1);
        assertThat(scored(service, "load")).as("in mid-stream").isLessThan(1_000);

        service.stop();

        assertThat(service.log()).doesNotContain("\tat ", "ERROR", "Signals wait", "not finished");
      }
      try (PackagedService again = start()) {
        again.awaitStatus("/q/health/ready", 200);

        awaitScored(again, "load", 1_000);
        assertThat(again.ask("GET", "/v1/suspects/load", null).body())
            .contains("\"duplicate\":0", "\"quarantined\":0");
      }
    }
  }

  @Test
  void a_service_that_is_stopped_while_the_database_is_away_stores_its_batch_later()
      throws Exception {
    try (EmbeddedKafka kafka = startKafka()) {
      try (EmbeddedDatabase database = startDatabase();
          PackagedService service = start()) {
        service.awaitStatus("/q/health/ready", 200);
        database.close();
        Outside.send(kafka.bootstrapServers(), List.of(Signals.green("later", "r", 0, 5)));
        while (!service.log().contains("Signals wait for the database")) {
          Thread.sleep(50);
        }

        service.stop();

        assertThat(service.log())
            .contains("The batch in hand was not finished")
            .doesNotContain("\tat ", "ERROR");
      }
      try (EmbeddedDatabase database = startDatabase();
          PackagedService again = start()) {
        again.awaitStatus("/q/health/ready", 200);

        awaitScored(again, "later", 1);
      }
    }
  }

  private static void assertLiveAndStarted(PackagedService service) throws Exception {
    assertThat(service.status("/q/health/live")).isEqualTo(200);
    assertThat(service.status("/q/health/started")).isEqualTo(200);
  }

  private static void awaitScored(PackagedService service, String suspect, int least)
      throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (scored(service, suspect) < least) {
      assertThat(Instant.now()).as(service.log()).isBefore(deadline);
      Thread.sleep(20);
    }
  }

  private static int scored(PackagedService service, String suspect) throws IOException {
    String body = service.ask("GET", "/v1/suspects/" + suspect, null).body();
    String count = body.replaceFirst("(?s).*?\"scored\":([0-9]+).*", "$1");
    return count.equals(body) ? 0 : Integer.parseInt(count);
  }

  private EmbeddedKafka startKafka() throws IOException {
    return EmbeddedKafka.start(directory.resolve("kafka"), kafkaPort);
  }

  private EmbeddedDatabase startDatabase() throws IOException {
    return EmbeddedDatabase.start(directory.resolve("postgres"), databasePort);
  }

  private PackagedService start(String... more) throws IOException {
    starts++;
    String database = "postgresql://127.0.0.1:" + databasePort + "/postgres";
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "kafka.bootstrap.servers",
                "127.0.0.1:" + kafkaPort,
                "quarkus.datasource.reactive.url",
                "vertx-reactive:" + database,
                "quarkus.datasource.jdbc.url",
                "jdbc:" + database,
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                "postgres"));
    for (String setting : more) {
      String[] parts = setting.split("=", 2);
      settings.put(parts[0], parts[1]);
    }
    return PackagedService.start(directory.resolve("log" + starts + ".txt"), settings);
  }
}
