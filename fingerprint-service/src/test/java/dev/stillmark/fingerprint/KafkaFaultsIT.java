package dev.stillmark.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.embedded.EmbeddedKafka;
import dev.stillmark.embedded.FreePort;
import dev.stillmark.embedded.PackagedService;
import dev.stillmark.events.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of signals when the service or Kafka goes away: nothing is lost or altered. */
class KafkaFaultsIT {

  private static final int OUTPUTS = 1_000;
  private static final List<TopicPartition> PARTITIONS =
      List.of(new TopicPartition(Wire.SIGNALS, 0), new TopicPartition(Wire.SIGNALS, 1));

  @TempDir Path directory;
  private int starts;

  @Test
  void waits_live_but_neither_started_nor_ready_for_a_kafka_that_comes_late() throws Exception {
    int kafkaPort = FreePort.any();
    try (PackagedService service = start(kafkaPort)) {
      service.awaitStatus("/q/health/live", 200);
      assertThat(service.status("/q/health/started")).isEqualTo(503);
      assertThat(service.status("/q/health/ready")).isEqualTo(503);

      try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), kafkaPort)) {
        service.awaitStatus("/q/health/started", 200);
        service.awaitStatus("/q/health/ready", 200);
        send(kafka, 3);

        assertThat(awaitSignals(kafka, 3)).hasSize(3);
      }
      assertThat(service.log()).doesNotContain("\tat ");
    }
  }

  @Test
  void a_killed_service_gives_identical_signals_when_it_comes_back() throws Exception {
    int kafkaPort = FreePort.any();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), kafkaPort)) {
      try (PackagedService service = start(kafkaPort)) {
        service.awaitStatus("/q/health/ready", 200);
        send(kafka, OUTPUTS);
        awaitSignals(kafka, 50);
        service.kill();
        assertThat(stored(kafka)).as("in mid-stream").isLessThan(OUTPUTS);
      }
      try (PackagedService again = start(kafkaPort)) {
        again.awaitStatus("/q/health/ready", 200);

        assertThat(awaitSignals(kafka, OUTPUTS)).allSatisfy((id, bodies) -> one(bodies));
      }
    }
  }

  @Test
  void a_stopped_service_loses_nothing() throws Exception {
    int kafkaPort = FreePort.any();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), kafkaPort)) {
      try (PackagedService service = start(kafkaPort)) {
        service.awaitStatus("/q/health/ready", 200);
        send(kafka, OUTPUTS);
        awaitSignals(kafka, 50);
        service.stop();
        assertThat(stored(kafka)).as("in mid-stream").isLessThan(OUTPUTS);
        assertThat(service.log()).doesNotContain("\tat ");
      }
      try (PackagedService again = start(kafkaPort)) {
        again.awaitStatus("/q/health/ready", 200);

        assertThat(awaitSignals(kafka, OUTPUTS)).allSatisfy((id, bodies) -> one(bodies));
      }
    }
  }

  @Test
  void a_kafka_that_goes_away_in_mid_stream_costs_no_signal() throws Exception {
    int kafkaPort = FreePort.any();
    Path data = directory.resolve("kafka");
    try (PackagedService service = start(kafkaPort)) {
      try (EmbeddedKafka kafka = EmbeddedKafka.start(data, kafkaPort)) {
        service.awaitStatus("/q/health/ready", 200);
        send(kafka, OUTPUTS);
        awaitSignals(kafka, 50);
        assertThat(stored(kafka)).as("in mid-stream").isLessThan(OUTPUTS);
      }
      service.awaitStatus("/q/health/ready", 503);
      assertThat(service.status("/q/health/live")).isEqualTo(200);
      assertThat(service.status("/q/health/started")).isEqualTo(200);
      try (EmbeddedKafka kafka = EmbeddedKafka.start(data, kafkaPort)) {
        assertThat(awaitSignals(kafka, OUTPUTS)).allSatisfy((id, bodies) -> one(bodies));
        service.awaitStatus("/q/health/ready", 200);
        assertThat(service.status("/q/health/live")).isEqualTo(200);
      }
    }
  }

  private static void one(Set<String> bodies) {
    assertThat(bodies).hasSize(1);
  }

  private PackagedService start(int kafkaPort) throws Exception {
    Map<String, String> settings = new HashMap<>(TestTeachers.write(directory));
    settings.put("kafka.bootstrap.servers", "127.0.0.1:" + kafkaPort);
    settings.put("stillmark.fingerprint.partitions", "2");
    settings.put("mp.messaging.incoming.suspect-outputs.session.timeout.ms", "6000");
    starts++;
    return PackagedService.start(directory.resolve("log" + starts + ".txt"), settings);
  }

  private static void send(EmbeddedKafka kafka, int outputs) {
    String words = "it is worth noting that words follow words ".repeat(25);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int i = 0; i < outputs; i++) {
        ProducerRecord<byte[], byte[]> output =
            new ProducerRecord<>(
                Wire.SUSPECT_OUTPUTS,
                i % 2,
                "suspect#0".getBytes(UTF_8),
                Captures.bytes(Captures.of("p" + i, words + i)));
        output.headers().add(Wire.CE_TYPE, "SuspectOutputCaptured".getBytes(UTF_8));
        producer.send(output);
      }
      producer.flush();
    }
  }

  /** Records on the topic of signals; no fewer than the outputs they come from. */
  private static long stored(EmbeddedKafka kafka) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
      return consumer.endOffsets(PARTITIONS).values().stream().mapToLong(end -> end).sum();
    }
  }

  /** The distinct bodies per source, once there are that many sources; redelivery adds none. */
  private static Map<String, Set<String>> awaitSignals(EmbeddedKafka kafka, int sources) {
    Map<String, Set<String>> bodies = new TreeMap<>();
    Instant deadline = Instant.now().plusSeconds(240);
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
      consumer.assign(PARTITIONS);
      consumer.seekToBeginning(PARTITIONS);
      while (bodies.size() < sources && Instant.now().isBefore(deadline)) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> add(bodies, record));
      }
    }
    assertThat(bodies).hasSizeGreaterThanOrEqualTo(sources);
    return bodies;
  }

  private static KafkaConsumer<byte[], byte[]> consumer(EmbeddedKafka kafka) {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", kafka.bootstrapServers()),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static void add(Map<String, Set<String>> bodies, ConsumerRecord<byte[], byte[]> record) {
    String source = SignalRecords.header(record, Wire.CE_ID);
    String type = SignalRecords.header(record, Wire.CE_TYPE);
    if (source != null && "SignalsExtracted".equals(type)) {
      bodies.computeIfAbsent(source, id -> new TreeSet<>()).add(new String(record.value(), UTF_8));
    }
  }
}
