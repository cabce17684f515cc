package dev.stillmark.ingest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A broker in a container; needs a container engine. */
public final class ContainerKafkaResource implements QuarkusTestResourceLifecycleManager {

  private static final DockerImageName IMAGE =
      DockerImageName.parse(System.getProperty("stillmark.kafkaImage", "apache/kafka:4.1.1"))
          .asCompatibleSubstituteFor("apache/kafka");

  private KafkaContainer kafka;

  @Override
  public Map<String, String> start() {
    kafka = new KafkaContainer(IMAGE).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    kafka.start();
    return IngestContract.settings(kafka.getBootstrapServers());
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.stop();
    }
  }
}
