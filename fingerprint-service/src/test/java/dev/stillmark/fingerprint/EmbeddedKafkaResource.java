package dev.stillmark.fingerprint;

import dev.stillmark.embedded.EmbeddedKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A real broker in this process, and teachers in a folder. */
public final class EmbeddedKafkaResource implements QuarkusTestResourceLifecycleManager {

  private EmbeddedKafka kafka;

  @Override
  public Map<String, String> start() {
    try {
      Path directory = Files.createTempDirectory("stillmark-fingerprint");
      kafka = EmbeddedKafka.start(directory.resolve("kafka"));
      Map<String, String> settings = new HashMap<>(TestTeachers.write(directory));
      settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
      return settings;
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
