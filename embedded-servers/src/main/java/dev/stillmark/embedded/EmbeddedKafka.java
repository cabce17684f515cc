package dev.stillmark.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One real Kafka broker and controller (KRaft) in this process, on 127.0.0.1 only.
 *
 * <p>A directory that an earlier broker used is opened with everything in it.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private static final int NODE_ID = 1;
  private static final String CLUSTER_ID = "c3RpbGxtYXJrLWxvY2FsMQ";
  private static final Duration LONGEST_END = Duration.ofSeconds(20);

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts a broker that keeps its logs in {@code directory}. */
  public static EmbeddedKafka start(Path directory) throws IOException {
    return start(directory, FreePort.any());
  }

  /** Starts a broker on {@code port}, such as the one that an earlier broker had. */
  public static EmbeddedKafka start(Path directory, int port) throws IOException {
    Files.createDirectories(directory);
    int controllerPort = FreePort.any();
    format(directory);
    KafkaRaftServer server =
        new KafkaRaftServer(
            new KafkaConfig(properties(directory, port, controllerPort)), Time.SYSTEM);
    server.startup();
    return new EmbeddedKafka(server, port);
  }

  /** Host and port for clients. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Returns when the broker has ended, or soon: one whose disk has failed waits for itself. */
  @Override
  public void close() {
    Thread ending = Thread.ofPlatform().daemon().name("kafka-end").start(this::end);
    try {
      ending.join(LONGEST_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path directory) throws IOException {
    try {
      new Formatter()
          .setNodeId(NODE_ID)
          .setClusterId(CLUSTER_ID)
          .setControllerListenerName("CONTROLLER")
          .addDirectory(directory.toString())
          .setIgnoreFormatted(true)
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8))
          .run();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      // Kafka declares no narrower one.
      throw new IOException("Kafka could not format " + directory + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, String> properties(Path directory, int port, int controllerPort) {
    Map<String, String> properties = new HashMap<>();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", String.valueOf(NODE_ID));
    properties.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    properties.put("controller.listener.names", "CONTROLLER");
    properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.put("inter.broker.listener.name", "PLAINTEXT");
    properties.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    properties.put("log.dirs", directory.toString());
    properties.put("auto.create.topics.enable", "false");
    properties.put("offsets.topic.num.partitions", "1");
    properties.put("offsets.topic.replication.factor", "1");
    properties.put("transaction.state.log.num.partitions", "1");
    properties.put("transaction.state.log.replication.factor", "1");
    properties.put("transaction.state.log.min.isr", "1");
    properties.put("share.coordinator.state.topic.num.partitions", "1");
    properties.put("share.coordinator.state.topic.replication.factor", "1");
    properties.put("share.coordinator.state.topic.min.isr", "1");
    properties.put("group.initial.rebalance.delay.ms", "0");
    properties.put("log.cleaner.dedupe.buffer.size", "2097152");
    return properties;
  }
}
