package dev.stillmark.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Ends the child processes if this process is killed without a chance to do so itself.
 *
 * <p>A shell waits for the end of its standard input, which the system closes however this process
 * dies, and then ends every process that it was told of.
 */
final class Watchdog implements AutoCloseable {

  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      pids=
      while read -r line; do
        if [ "$line" = done ]; then exit 0; fi
        pids="$pids $line"
      done
      for pid in $pids; do kill "$pid" 2>/dev/null; done
      sleep 10
      for pid in $pids; do kill -9 "$pid" 2>/dev/null; done
      """;

  private final Process shell;
  private final OutputStream input;

  private Watchdog(Process shell) {
    this.shell = shell;
    this.input = shell.getOutputStream();
  }

  static Watchdog start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", SCRIPT);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new Watchdog(builder.start());
  }

  synchronized void watch(long pid) throws IOException {
    tell(Long.toString(pid));
  }

  @Override
  public synchronized void close() throws IOException {
    tell("done");
    input.close();
    try {
      shell.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(String line) throws IOException {
    input.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    input.flush();
  }
}
