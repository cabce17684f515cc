package dev.stillmark.runner;

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

  int heapMegabytes() {
    return heapMegabytes;
  }
}
