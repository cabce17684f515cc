package dev.stillmark.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.events.CollectionAccepted;
import dev.stillmark.events.Wire;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What holds for the running service on every Kafka. */
abstract class FingerprintContract {

  private static final int PARTITIONS = 12;

  @Test
  void poison_is_quarantined_and_the_good_records_between_are_scored() throws Exception {
    String run = UUID.randomUUID().toString();
    byte[] unknownVersion =
        new String(Captures.bytes(Captures.of(run + "v", "text")), UTF_8)
            .replace("\"schemaVersion\":1", "\"schemaVersion\":99")
            .getBytes(UTF_8);
    byte[] wrongType =
        new String(Captures.bytes(Captures.of(run + "w", "text")), UTF_8)
            .replace("\"sample\":0", "\"sample\":\"0\"")
            .getBytes(UTF_8);
    List<byte[]> payloads = new ArrayList<>();
    payloads.add(Captures.bytes(Captures.of(run + 1, "it is worth noting that this is fine")));
    payloads.add(new byte[] {1, 2, 3, 0, -1});
    payloads.add("garbage".getBytes(UTF_8));
    payloads.add(new byte[] {'{', '"', (byte) 0xc3, '"', '}'});
    payloads.add(("{\"a\":" + "[".repeat(100_000)).getBytes(UTF_8));
    payloads.add(wrongType);
    payloads.add(unknownVersion);
    payloads.add(null);
    payloads.add(Captures.bytes(Captures.of(run + 2, "in the grand scheme of all things")));

    List<ConsumerRecord<byte[], byte[]>> signals = sendAndReceive(3, payloads, payloads.size());

    assertThat(signals)
        .extracting(record -> SignalRecords.header(record, Wire.CE_TYPE))
        .containsExactly(
            "SignalsExtracted",
            "RecordQuarantined",
            "RecordQuarantined",
            "RecordQuarantined",
            "RecordQuarantined",
            "RecordQuarantined",
            "RecordQuarantined",
            "RecordQuarantined",
            "SignalsExtracted");
    assertThat(signals.subList(1, 8))
        .extracting(record -> json(record).get("rule").textValue())
        .containsExactly(
            "invalid-utf-8",
            "invalid-json",
            "invalid-utf-8",
            "beyond-limits",
            "invalid-field",
            "unknown-schema-version",
            "empty-payload");
    assertThat(json(signals.get(5)).get("outputId").textValue()).hasSize(64);
    assertThat(json(signals.getLast()).get("signals")).hasSize(2);
    RestAssured.get("/q/health/live").then().statusCode(200);
  }

  @Test
  void signals_stay_on_the_partition_of_their_source_and_name_it() throws Exception {
    byte[] output = Captures.bytes(Captures.of(UUID.randomUUID().toString(), "some words here"));

    for (int partition : new int[] {0, 7, PARTITIONS - 1}) {
      ConsumerRecord<byte[], byte[]> signal =
          sendAndReceive(partition, List.of(output), 1).getFirst();

      assertThat(signal.partition()).isEqualTo(partition);
      assertThat(SignalRecords.header(signal, Wire.SOURCE_TOPIC)).isEqualTo("suspect-outputs");
      assertThat(SignalRecords.header(signal, Wire.SOURCE_PARTITION))
          .isEqualTo(String.valueOf(partition));
      assertThat(SignalRecords.header(signal, "traceparent")).isEqualTo("00-trace");
      assertThat(signal.key()).isEqualTo("suspect#0".getBytes(UTF_8));
    }
  }

  @Test
  void a_redelivered_output_gives_the_same_bytes() throws Exception {
    byte[] output =
        Captures.bytes(
            Captures.of(UUID.randomUUID().toString(), "it is worth noting ".repeat(200)));

    List<ConsumerRecord<byte[], byte[]>> signals = sendAndReceive(5, List.of(output, output), 2);

    assertThat(signals.get(0).value()).isEqualTo(signals.get(1).value());
  }

  @Test
  void what_a_request_accepted_is_passed_on_unchanged() throws Exception {
    byte[] accepted =
        Captures.bytes(new CollectionAccepted(1, "request", "suspect", "c", 1, "ab".repeat(32)));

    ConsumerRecord<byte[], byte[]> passed =
        sendAndReceive(2, "CollectionAccepted", List.of(accepted), 1).getFirst();

    assertThat(passed.value()).isEqualTo(accepted);
    assertThat(SignalRecords.header(passed, Wire.CE_TYPE)).isEqualTo("CollectionAccepted");
  }

  @Test
  void detectors_are_declared_without_secrets() {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(0)) {
      consumer.seekToBeginning(consumer.assignment());
      ConsumerRecord<byte[], byte[]> first = receive(consumer, 1).getFirst();

      assertThat(SignalRecords.header(first, Wire.CE_TYPE)).isEqualTo("TeachersDeclared");
      assertThat(json(first).get("detectors")).hasSize(2);
    }
    String listed = RestAssured.get("/v1/detectors").then().statusCode(200).extract().asString();
    assertThat(listed).contains("aria-2", "borea-1").doesNotContain("5eed5eed", "worth noting");
  }

  @Test
  void health_and_metrics_tell_what_the_service_did() throws Exception {
    sendAndReceive(1, List.of(Captures.bytes(Captures.of("p", "words")), "[".getBytes(UTF_8)), 2);

    RestAssured.get("/q/health/ready").then().statusCode(200);
    assertThat(RestAssured.get("/q/metrics").asString())
        .contains(
            "stillmark_outputs_scored_total",
            "stillmark_records_quarantined_total{rule=\"invalid-json\"}");
  }

  private static List<ConsumerRecord<byte[], byte[]>> sendAndReceive(
      int partition, List<byte[]> payloads, int expected) throws Exception {
    return sendAndReceive(partition, "SuspectOutputCaptured", payloads, expected);
  }

  private static List<ConsumerRecord<byte[], byte[]>> sendAndReceive(
      int partition, String type, List<byte[]> payloads, int expected) throws Exception {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(partition);
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      consumer.seekToEnd(consumer.assignment());
      consumer.position(new TopicPartition(Wire.SIGNALS, partition));
      for (byte[] payload : payloads) {
        ProducerRecord<byte[], byte[]> record =
            new ProducerRecord<>(
                Wire.SUSPECT_OUTPUTS, partition, "suspect#0".getBytes(UTF_8), payload);
        record.headers().add(Wire.CE_TYPE, type.getBytes(UTF_8));
        record.headers().add("traceparent", "00-trace".getBytes(UTF_8));
        producer.send(record).get();
      }
      return receive(consumer, expected);
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(int partition) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(List.of(new TopicPartition(Wire.SIGNALS, partition)));
    return consumer;
  }

  private static List<ConsumerRecord<byte[], byte[]>> receive(
      KafkaConsumer<byte[], byte[]> consumer, int expected) {
    List<ConsumerRecord<byte[], byte[]>> received = new ArrayList<>();
    Instant deadline = Instant.now().plusSeconds(60);
    while (received.size() < expected && Instant.now().isBefore(deadline)) {
      consumer.poll(Duration.ofMillis(200)).forEach(received::add);
    }
    assertThat(received).hasSizeGreaterThanOrEqualTo(expected);
    return received;
  }

  private static JsonNode json(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Captures.JSON.readTree(record.value());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String brokers() {
    return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
  }
}
