package dev.stillmark.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts lines by what became of them, and bytes. */
@Singleton
final class IngestMetrics {

  private static final String LINES = "stillmark.ingest.lines";

  private final MeterRegistry meters;

  IngestMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void accepted() {
    meters.counter(LINES, "status", "accepted", "rule", "none").increment();
  }

  void duplicate() {
    meters.counter(LINES, "status", "duplicate", "rule", "none").increment();
  }

  void rejected(Rule rule) {
    meters.counter(LINES, "status", "rejected", "rule", rule.slug()).increment();
  }

  void body(long bytes) {
    meters.counter("stillmark.ingest.body.bytes").increment((double) bytes);
  }
}
