package dev.stillmark.runner;

import java.util.List;
import java.util.Locale;

/** One of the three services, in the order of the flow. */
enum Service {
  INGEST(384),
  FINGERPRINT(768),
  VERDICT(768);

  private final int heapMegabytes;

  Service(int heapMegabytes) {
    this.heapMegabytes = heapMegabytes;
  }

  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What its JVM is started with beside what all are. */
  List<String> options() {
    return switch (this) {
      // Green lists are drawn in lanes where the JVM has the Vector API.
      case FINGERPRINT -> List.of("--add-modules=jdk.incubator.vector");
      case INGEST, VERDICT -> List.of();
    };
  }

  int heapMegabytes() {
    return heapMegabytes;
  }
}
