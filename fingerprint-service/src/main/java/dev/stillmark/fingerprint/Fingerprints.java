package dev.stillmark.fingerprint;

import dev.stillmark.detection.Detector;
import dev.stillmark.detection.ObservedOutput;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.text.Tokenizations;
import dev.stillmark.events.SignalsExtracted;
import dev.stillmark.events.SuspectOutputCaptured;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts an output to every detector of every teacher.
 *
 * <p>A pure function of the output and the detectors: a redelivered record gives the same signals.
 */
final class Fingerprints {

  private final List<Detector> detectors;

  Fingerprints(List<Detector> detectors) {
    this.detectors = List.copyOf(detectors);
  }

  /** One signal per detector, in the order of the detectors. */
  List<Signal> of(SuspectOutputCaptured captured) {
    ObservedOutput output = SignalMapping.observed(captured);
    Tokenizations tokenizations = new Tokenizations(output);
    List<Signal> signals = new ArrayList<>();
    for (Detector detector : detectors) {
      signals.add(detector.detect(output, tokenizations));
    }
    return signals;
  }

  /** The signals of an output in records that Kafka takes. */
  static List<SignalsExtracted> parts(SuspectOutputCaptured captured, List<Signal> signals) {
    List<List<Signal>> parts = SignalSplitter.split(signals);
    List<SignalsExtracted> extracted = new ArrayList<>();
    for (List<Signal> part : parts) {
      extracted.add(extracted(captured, extracted.size(), parts.size(), part));
    }
    return extracted;
  }

  private static SignalsExtracted extracted(
      SuspectOutputCaptured captured, int part, int parts, List<Signal> signals) {
    return new SignalsExtracted(
        SignalsExtracted.SCHEMA_VERSION,
        captured.outputId(),
        captured.requestId(),
        captured.suspect(),
        captured.collection(),
        captured.promptId(),
        captured.sample(),
        part,
        parts,
        signals.stream().map(SignalMapping::extracted).toList());
  }
}
