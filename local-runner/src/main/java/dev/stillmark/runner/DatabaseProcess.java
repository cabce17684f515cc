package dev.stillmark.runner;

import dev.stillmark.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A PostgreSQL that starts in the background; closing it waits for the start first. */
final class DatabaseProcess implements AutoCloseable {

  private final Path directory;
  private final FutureTask<EmbeddedDatabase> start;

  private DatabaseProcess(Path directory) {
    this.directory = directory;
    this.start = new FutureTask<>(() -> EmbeddedDatabase.start(directory));
  }

  static DatabaseProcess start(Path directory) {
    DatabaseProcess database = new DatabaseProcess(directory);
    Thread.ofPlatform().daemon().name("postgres-start").start(database.start);
    return database;
  }

  EmbeddedDatabase awaitStart() throws InterruptedException {
    try {
      return start.get();
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  private Fault failure(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    if (root instanceof IOException files
        && String.valueOf(files.getMessage()).contains("No space")) {
      return Fault.of(files, directory);
    }
    return new Fault(
        "PostgreSQL did not start; delete %s if an earlier run was cut short"
            .formatted(directory.getParent()),
        cause);
  }

  /** The first line of the file that PostgreSQL keeps while it runs. */
  long pid() throws IOException {
    try (var lines = Files.lines(directory.resolve("data/postmaster.pid"))) {
      return Long.parseLong(lines.findFirst().orElseThrow().strip());
    }
  }

  @Override
  public void close() throws IOException {
    try {
      start.get().close();
    } catch (ExecutionException e) {
      // It never ran; whoever awaited its start has said so.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
