package dev.stillmark.fingerprint;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A broker in a container, and teachers in a folder. */
public final class KafkaContainerResource implements QuarkusTestResourceLifecycleManager {

  private static final DockerImageName IMAGE =
      DockerImageName.parse(System.getProperty("stillmark.kafkaImage", "apache/kafka:4.1.1"))
          .asCompatibleSubstituteFor("apache/kafka");

  private KafkaContainer kafka;

  @Override
  public Map<String, String> start() {
    try {
      kafka = new KafkaContainer(IMAGE);
      kafka.start();
      Map<String, String> settings =
          new HashMap<>(TestTeachers.write(Files.createTempDirectory("stillmark-fingerprint")));
      settings.put("kafka.bootstrap.servers", kafka.getBootstrapServers());
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
