package dev.stillmark.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.embedded.EmbeddedKafka;
import dev.stillmark.embedded.FreePort;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsIT {

  @TempDir static Path directory;
  private static EmbeddedKafka kafka;

  @BeforeAll
  static void startKafka() throws Exception {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
  }

  @AfterAll
  static void stopKafka() {
    kafka.close();
  }

  @Test
  void a_missing_topic_is_made_and_an_existing_one_left_as_it_is() {
    Topics.Topic made = topics().ensure("made", 5);

    assertThat(made.partitions()).isEqualTo(5);
    assertThat(topics().ensure("made", 9)).isEqualTo(made);
  }

  @Test
  void services_that_start_together_agree_on_one_topic() {
    CompletableFuture<Topics.Topic> one =
        CompletableFuture.supplyAsync(() -> topics().ensure("shared", 3));
    CompletableFuture<Topics.Topic> other =
        CompletableFuture.supplyAsync(() -> topics().ensure("shared", 3));

    assertThat(one.join().partitions()).isEqualTo(3);
    assertThat(other.join()).isEqualTo(one.join());
  }

  @Test
  void a_refusal_says_in_one_line_what_kafka_said() {
    assertThatThrownBy(() -> topics().ensure("not a name", 1))
        .isInstanceOf(KafkaUnavailable.class)
        .hasMessageStartingWith("topic not a name could not be made sure of: InvalidTopic")
        .message()
        .hasLineCount(1);
  }

  @Test
  void a_broker_that_is_away_is_an_unavailable_kafka() throws Exception {
    Topics away = new Topics(Map.of("bootstrap.servers", "127.0.0.1:" + FreePort.any()));

    assertThatThrownBy(() -> away.ensure("any", 1))
        .isInstanceOf(KafkaUnavailable.class)
        .hasMessageContaining("topic any could not be made sure of");
  }

  private static Topics topics() {
    return new Topics(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }
}
