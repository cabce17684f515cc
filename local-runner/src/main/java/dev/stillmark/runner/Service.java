package dev.stillmark.runner;

import java.util.List;
import java.util.Locale;

/** One of the three services, in the order of the flow. */
enum Service {
  INGEST(384),
  // With the Vector API it draws green lists in lanes.
  FINGERPRINT(768, "--add-modules=jdk.incubator.vector"),
  VERDICT(768);

  private final int heapMegabytes;
  private final List<String> options;

  Service(int heapMegabytes, String... options) {
    this.heapMegabytes = heapMegabytes;
    this.options = List.of(options);
  }

  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What its JVM is started with beside what all are. */
  List<String> options() {
    return options;
  }

  int heapMegabytes() {
    return heapMegabytes;
  }
}
