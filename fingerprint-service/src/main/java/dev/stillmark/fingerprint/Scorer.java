package dev.stillmark.fingerprint;

import dev.stillmark.detection.Detector;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.events.SignalsExtracted;
import dev.stillmark.events.SuspectOutputCaptured;
import dev.stillmark.events.Wire;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Turns one record of {@code suspect-outputs} into the records of {@code signals}. */
final class Scorer {

  private static final Logger LOG = Logger.getLogger(Scorer.class);

  private final RecordParser parser;
  private final Fingerprints fingerprints;
  private final FingerprintMetrics metrics;

  Scorer(RecordParser parser, List<Detector> detectors, FingerprintMetrics metrics) {
    this.parser = parser;
    this.fingerprints = new Fingerprints(detectors);
    this.metrics = metrics;
  }

  /** Never throws for what a record holds, and gives the same records for the same source. */
  List<ProducerRecord<byte[], byte[]>> score(ConsumerRecord<byte[], byte[]> source) {
    ReadRecord read = parser.parse(SignalRecords.header(source, Wire.CE_TYPE), source.value());
    return switch (read) {
      case ReadRecord.Output output -> score(source, output.captured());
      case ReadRecord.Passed _ -> List.of(SignalRecords.passedOn(source));
      case Quarantined reason -> List.of(quarantine(source, reason));
    };
  }

  private List<ProducerRecord<byte[], byte[]>> score(
      ConsumerRecord<byte[], byte[]> source, SuspectOutputCaptured captured) {
    try {
      List<Signal> signals = fingerprints.of(captured);
      List<SignalsExtracted> parts = Fingerprints.parts(captured, signals);
      metrics.scored(captured, signals);
      return parts.stream().map(part -> SignalRecords.extracted(source, part)).toList();
    } catch (Exception | StackOverflowError e) {
      // The channel's edge: a bug in a detector costs this record and no other. Its message might
      // hold text of the output.
      return List.of(quarantine(source, failed(captured, e)));
    }
  }

  private static Quarantined failed(SuspectOutputCaptured captured, Throwable failure) {
    return new Quarantined(
        "detector-failed",
        "a detector failed with " + failure.getClass().getName(),
        captured.suspect(),
        captured.collection(),
        captured.outputId(),
        captured.requestId());
  }

  private ProducerRecord<byte[], byte[]> quarantine(
      ConsumerRecord<byte[], byte[]> source, Quarantined reason) {
    metrics.quarantined(reason.rule());
    LOG.warnf(
        "Quarantined a record: reason=%s topic=%s partition=%d offset=%d",
        reason.rule(), source.topic(), source.partition(), source.offset());
    return SignalRecords.quarantined(source, reason);
  }
}
