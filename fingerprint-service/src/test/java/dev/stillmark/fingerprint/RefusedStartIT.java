package dev.stillmark.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.embedded.EmbeddedKafka;
import dev.stillmark.embedded.PackagedService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that someone must mend: one line that says what, and exit code 2. */
class RefusedStartIT {

  @TempDir Path directory;

  @Test
  void a_faulty_teacher_ends_the_start_with_its_line() throws Exception {
    Path teacher = Files.writeString(directory.resolve("teacher.yaml"), "teacher: a\nvendr: b\n");

    assertRefused(
        Map.of("stillmark.fingerprint.teachers", teacher.toString()),
        teacher + ":2: vendr is not known; the nearest known field is 'vendor'");
  }

  @Test
  void a_setting_out_of_its_range_ends_the_start_with_name_range_and_value() throws Exception {
    assertRefused(
        Map.of("stillmark.fingerprint.workers", "0", "kafka.bootstrap.servers", "127.0.0.1:9092"),
        "stillmark.fingerprint.workers must be within 1..1024 but is 0");
  }

  @Test
  void a_kafka_host_that_nobody_knows_ends_the_start() throws Exception {
    assertRefused(
        Map.of("kafka.bootstrap.servers", "no-such-host.invalid:9092"),
        "Kafka cannot be used: ConfigException: No resolvable bootstrap urls");
  }

  @Test
  void topics_with_unequal_partitions_end_the_start() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
        admin.createTopics(List.of(topic("suspect-outputs", 4), topic("signals", 3))).all().get();
      }

      assertRefused(
          Map.of("kafka.bootstrap.servers", kafka.bootstrapServers()),
          "Topics suspect-outputs and signals must have the same number of partitions but have 4"
              + " and 3");
    }
  }

  private static NewTopic topic(String name, int partitions) {
    return new NewTopic(name, Optional.of(partitions), Optional.empty());
  }

  private void assertRefused(Map<String, String> settings, String line)
      throws IOException, InterruptedException {
    Path log = directory.resolve("log.txt");
    try (PackagedService service = PackagedService.start(log, settings)) {
      assertThat(service.awaitExit()).as(service.log()).isEqualTo(2);
      assertThat(service.log()).containsOnlyOnce(line).doesNotContain("\tat ");
    }
  }
}
