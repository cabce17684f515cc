package dev.stillmark.ingest;

import dev.stillmark.embedded.EmbeddedKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** A broker that a test can take away, and a producer that gives up soon. */
public final class BrokerGoneResource implements QuarkusTestResourceLifecycleManager {

  /** Takes the broker away. */
  interface Broker {
    void stop();
  }

  private static final String CHANNEL = "mp.messaging.outgoing.suspect-outputs.";

  private EmbeddedKafka kafka;

  @Override
  public Map<String, String> start() {
    try {
      kafka = EmbeddedKafka.start(Files.createTempDirectory("stillmark-kafka"));
      return impatientWith(kafka.bootstrapServers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Settings with which a lost record is given up within seconds. */
  static Map<String, String> impatientWith(String bootstrapServers) {
    return Map.of(
        "kafka.bootstrap.servers",
        bootstrapServers,
        CHANNEL + "delivery.timeout.ms",
        "2000",
        CHANNEL + "request.timeout.ms",
        "1000",
        CHANNEL + "max.block.ms",
        "1000",
        CHANNEL + "linger.ms",
        "0",
        "stillmark.ingest.acknowledgement-timeout",
        "10s");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields((Broker) this::stop, field -> field.getType() == Broker.class);
  }

  @Override
  public synchronized void stop() {
    if (kafka != null) {
      kafka.close();
      kafka = null;
    }
  }
}
