package dev.stillmark.fingerprint;

import dev.stillmark.detection.evidence.Coverage;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.events.SuspectOutputCaptured;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;

/** What the service counts about itself; redelivered records count again. */
@Singleton
final class FingerprintMetrics {

  private final MeterRegistry registry;
  private final Counter outputs;
  private final Counter characters;

  FingerprintMetrics(MeterRegistry registry) {
    this.registry = registry;
    outputs = registry.counter("stillmark.outputs.scored");
    characters = registry.counter("stillmark.characters.scored");
  }

  void scored(SuspectOutputCaptured captured, List<Signal> signals) {
    outputs.increment();
    characters.increment(captured.output().length());
    signals.forEach(this::scored);
  }

  /** Tokens that a detector could score, or words for phrases; as the coverage counts them. */
  private void scored(Signal signal) {
    for (int i = 0; i < signal.coverage().size(); i++) {
      Coverage coverage = Coverage.at(signal.coverage(), i);
      registry
          .counter(
              "stillmark.tokens.scored",
              "detector",
              signal.descriptor().id(),
              "ids",
              coverage.retokenised() ? "retokenised" : "collected")
          .increment(coverage.tokens());
    }
  }

  void quarantined(String rule) {
    registry.counter("stillmark.records.quarantined", "rule", rule).increment();
  }
}
