package dev.stillmark.edge;

import dev.stillmark.detection.Detector;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.text.Tokenizations;
import dev.stillmark.detection.verdict.Examiner;
import java.util.ArrayList;
import java.util.List;

/**
 * One output with what every detector saw in it.
 *
 * @param signals in the order of the detectors
 */
record SeenInOutput(ScannedOutput scanned, List<Signal> signals) {

  static SeenInOutput of(ScannedOutput scanned, List<Detector> detectors) {
    Tokenizations tokenizations = new Tokenizations(scanned.output());
    List<Signal> signals = new ArrayList<>();
    for (Detector detector : detectors) {
      signals.add(detector.detect(scanned.output(), tokenizations));
    }
    return new SeenInOutput(scanned, List.copyOf(signals));
  }

  /** What this output alone gives: never to be added up, since outputs share items. */
  static FiguresOfOutput figures(Signal signal) {
    return FiguresOfOutput.of(signal, Examiner.examine(Evidence.of(signal), List.of()));
  }
}
