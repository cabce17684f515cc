package dev.stillmark.ingest;

import dev.stillmark.embedded.EmbeddedKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A real broker for the tests of one service. */
public final class EmbeddedKafkaResource implements QuarkusTestResourceLifecycleManager {

  private EmbeddedKafka kafka;

  @Override
  public Map<String, String> start() {
    try {
      Path directory = Files.createTempDirectory("stillmark-kafka");
      directory.toFile().deleteOnExit();
      kafka = EmbeddedKafka.start(directory);
      return IngestContract.settings(kafka.bootstrapServers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
    }
  }
}
