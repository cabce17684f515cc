package dev.stillmark.deployment;

import dev.stillmark.architecture.Modules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a service may take to end once it is asked to, read from its settings and sources. */
final class ShutdownTimes {

  private static final Path FINGERPRINT =
      Path.of("fingerprint-service/src/main/java/dev/stillmark/fingerprint");

  private ShutdownTimes() {}

  /** Seconds for the requests in hand, the batch in hand and a producer that waits for Kafka. */
  static int of(String module) {
    return requests(module) + batch() + Math.max(fingerprintsProducer(), ingestsProducer());
  }

  private static int requests(String module) {
    return number(settings(module), "quarkus\\.shutdown\\.timeout=(\\d+)s");
  }

  private static int batch() {
    return number(
        Path.of("service-kit/src/main/java/dev/stillmark/service/OrderlyChannel.java"),
        "LONGEST_BATCH = Duration\\.ofSeconds\\((\\d+)\\)");
  }

  private static int fingerprintsProducer() {
    return number(
        FINGERPRINT.resolve("SignalsTopic.java"), "DELIVERY_TIMEOUT_MS_CONFIG, (\\d+)_000\\)");
  }

  private static int ingestsProducer() {
    return number(settings("ingest-service"), "delivery\\.timeout\\.ms=(\\d+)000");
  }

  private static Path settings(String module) {
    return Path.of(module, "src/main/resources/application.properties");
  }

  private static int number(Path file, String pattern) {
    try {
      Matcher found =
          Pattern.compile(pattern).matcher(Files.readString(Modules.ROOT.resolve(file)));
      if (!found.find()) {
        throw new AssertionError(file + " no longer says " + pattern);
      }
      return Integer.parseInt(found.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
