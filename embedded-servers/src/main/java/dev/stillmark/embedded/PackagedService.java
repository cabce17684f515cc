package dev.stillmark.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The packaged service of the module that is tested, as a process of its own, to be started, asked,
 * stopped and killed.
 */
public final class PackagedService implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final Path log;
  private final URI address;

  private PackagedService(Process process, Path log, URI address) {
    this.process = process;
    this.log = log;
    this.address = address;
  }

  /** Starts it on a free port and returns at once. */
  public static PackagedService start(Path log, Map<String, String> settings) throws IOException {
    int port = FreePort.any();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dquarkus.http.port=" + port);
    // A machine with much to do would show as stack traces of threads that had to wait.
    command.add("-Dquarkus.vertx.warning-exception-time=10m");
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-jar");
    command.add(Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    return new PackagedService(
        builder.redirectOutput(log.toFile()).start(), log, URI.create("http://127.0.0.1:" + port));
  }

  public URI address() {
    return address;
  }

  /** What it answered; the head with its headers as they came. */
  public record Answer(int status, String head, String body) {}

  /**
   * Sends a request without a body whose target goes over the wire as it stands, however odd.
   *
   * @param token a bearer token, or null
   */
  public Answer ask(String method, String target, @Nullable String token) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(30_000);
      String authorization = token == null ? "" : "Authorization: Bearer " + token + "\r\n";
      String request =
          "%s %s HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: 0\r\nConnection: close\r\n\r\n"
              .formatted(method, target, authorization);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      String[] halves = answer.split("\r\n\r\n", 2);
      return new Answer(
          Integer.parseInt(halves[0].split(" ", 3)[1]),
          halves[0],
          halves.length < 2 ? "" : halves[1]);
    }
  }

  /** The status of a page, 0 while nobody answers. */
  public int status(String page) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(page)).timeout(Duration.ofSeconds(30)).build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Returns once {@code page} has {@code status}, and fails with the log if it never has. */
  public void awaitStatus(String page, int status) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(60);
    while (status(page) != status) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(page + " never had status " + status + "\n" + log());
      }
      // Another process tells nobody when its page changes: it has to be asked again.
      Thread.sleep(50);
    }
  }

  /** Returns the exit code once it has ended. */
  public int awaitExit() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("The service has not ended\n" + log());
    }
    return process.exitValue();
  }

  /** SIGTERM; returns at once. */
  public void requestEnd() {
    process.destroy();
  }

  /** SIGTERM. */
  public void stop() throws InterruptedException {
    requestEnd();
    awaitExit();
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitExit();
  }

  /** What it has written so far. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
