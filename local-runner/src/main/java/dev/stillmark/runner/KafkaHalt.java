package dev.stillmark.runner;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.utils.Exit;

/**
 * Turns Kafka's way of giving up, which is to halt the JVM, into an orderly end of the command.
 *
 * <p>A halt would leave PostgreSQL and the services behind.
 */
final class KafkaHalt {

  private KafkaHalt() {}

  static void turnIntoExit(Path directory) {
    AtomicBoolean said = new AtomicBoolean();
    Exit.Procedure leave =
        (_, _) -> {
          if (said.compareAndSet(false, true)) {
            System.err.println(
                "stillmark: Kafka gave up: is the disk that holds %s full? Its log is %s"
                    .formatted(directory, directory.resolve("logs/servers.log")));
            Thread.ofPlatform().start(() -> System.exit(ExitCode.INPUT));
          }
          throw new IllegalStateException("Kafka gave up");
        };
    Exit.setHaltProcedure(leave);
    Exit.setExitProcedure(leave);
  }
}
