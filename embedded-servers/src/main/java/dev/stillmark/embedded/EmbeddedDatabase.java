package dev.stillmark.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One real PostgreSQL as a child process, on 127.0.0.1 only.
 *
 * <p>A directory that an earlier server used is opened with everything in it.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private final EmbeddedPostgres postgres;

  private EmbeddedDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts a server that keeps its data in {@code directory}. */
  public static EmbeddedDatabase start(Path directory) throws IOException {
    return start(directory, FreePort.any());
  }

  /** Starts a server on {@code port}, such as the one that an earlier server had. */
  public static EmbeddedDatabase start(Path directory, int port) throws IOException {
    Files.createDirectories(directory);
    return new EmbeddedDatabase(
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(directory.resolve("data"))
            .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
            .setCleanDataDirectory(false)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("max_connections", "60")
            .start());
  }

  public String user() {
    return "postgres";
  }

  public String password() {
    return "postgres";
  }

  /** Address for the reactive client. */
  public String reactiveUrl() {
    return "vertx-reactive:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
  }

  /** Address for JDBC, which only the schema migration uses. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
