package dev.stillmark.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.Detector;
import dev.stillmark.detection.ObservedOutput;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.detection.text.Tokenizations;
import dev.stillmark.events.RecordQuarantined;
import dev.stillmark.events.Wire;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class ScorerTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void a_detector_that_throws_costs_one_record_and_tells_nothing_of_its_text() throws IOException {
    Scorer scorer = scorer(new Throwing());

    ProducerRecord<byte[], byte[]> sent = scorer.score(source("a secret story")).getFirst();

    RecordQuarantined quarantined = Captures.JSON.readValue(sent.value(), RecordQuarantined.class);
    assertThat(quarantined.rule()).isEqualTo("detector-failed");
    assertThat(quarantined.message())
        .isEqualTo("a detector failed with java.lang.ArithmeticException");
    assertThat(quarantined.outputId()).hasSize(64);
    assertThat(registry.counter("stillmark.records.quarantined", "rule", "detector-failed").count())
        .isOne();
  }

  @Test
  void a_long_record_is_kept_to_256_kib_with_its_full_length_and_digest() throws IOException {
    ConsumerRecord<byte[], byte[]> source =
        new ConsumerRecord<>(Wire.SUSPECT_OUTPUTS, 4, 9, new byte[0], new byte[2 << 20]);

    RecordQuarantined quarantined =
        Captures.JSON.readValue(scorer().score(source).getFirst().value(), RecordQuarantined.class);

    assertThat(quarantined.rule()).isEqualTo("too-long");
    assertThat(quarantined.payload()).hasSize(((256 << 10) + 2) / 3 * 4);
    assertThat(quarantined.payloadBytes()).isEqualTo(2 << 20);
    assertThat(quarantined.partition()).isEqualTo(4);
    assertThat(quarantined.offset()).isEqualTo(9);
  }

  @Test
  void without_teachers_an_output_is_counted_as_scored() {
    ProducerRecord<byte[], byte[]> sent = scorer().score(source("words")).getFirst();

    assertThat(new String(sent.value(), UTF_8)).contains("\"parts\":1,\"signals\":[]");
    assertThat(registry.counter("stillmark.outputs.scored").count()).isOne();
  }

  private Scorer scorer(Detector... detectors) {
    return new Scorer(
        new RecordParser(TestLimits.DEFAULT), List.of(detectors), new FingerprintMetrics(registry));
  }

  private static ConsumerRecord<byte[], byte[]> source(String output) {
    ConsumerRecord<byte[], byte[]> source =
        new ConsumerRecord<>(
            Wire.SUSPECT_OUTPUTS, 0, 0, new byte[0], Captures.bytes(Captures.of("p", output)));
    source.headers().add(Wire.CE_TYPE, "SuspectOutputCaptured".getBytes(UTF_8));
    return source;
  }

  private static final class Throwing implements Detector {

    @Override
    public Descriptor descriptor() {
      return new Descriptor.Phrases("p", new Teacher("t", "v", null), "d", 1);
    }

    @Override
    public Signal detect(ObservedOutput output, Tokenizations tokenizations) {
      throw new ArithmeticException("cannot count " + output.output());
    }
  }
}
