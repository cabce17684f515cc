package dev.stillmark.runner;

import dev.stillmark.embedded.FreePort;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/** Where the three services listen on 127.0.0.1. */
record Ports(int ingest, int fingerprint, int verdict) {

  static final int DEFAULT_BASE = 8081;
  private static final int GREATEST_BASE = 65_533;

  /** {@code base} and the two after it. */
  static Ports from(int base) {
    if (base < 1 || base > GREATEST_BASE) {
      throw new Fault("--port-base must be within 1..%d but is %d".formatted(GREATEST_BASE, base));
    }
    return new Ports(base, base + 1, base + 2);
  }

  /** Three ports that nobody listens on. */
  static Ports free() throws IOException {
    Set<Integer> ports = new HashSet<>();
    while (ports.size() < Service.values().length) {
      ports.add(FreePort.any());
    }
    Iterator<Integer> each = ports.iterator();
    return new Ports(each.next(), each.next(), each.next());
  }

  int of(Service service) {
    return switch (service) {
      case INGEST -> ingest;
      case FINGERPRINT -> fingerprint;
      case VERDICT -> verdict;
    };
  }

  URI addressOf(Service service) {
    return URI.create("http://127.0.0.1:" + of(service));
  }

  void requireFree() {
    for (Service service : Service.values()) {
      if (!FreePort.isFree(of(service))) {
        throw new Fault(
            "port %d of 127.0.0.1, where %s would listen, is taken; choose others with --port-base"
                .formatted(of(service), service.title()));
      }
    }
  }
}
