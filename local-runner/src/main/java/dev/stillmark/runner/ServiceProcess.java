package dev.stillmark.runner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One packaged service as a child process that logs to a file. */
final class ServiceProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration GRACE = Duration.ofSeconds(15);

  private final Service service;
  private final Process process;
  private final URI address;
  private final Path log;

  private ServiceProcess(Service service, Process process, URI address, Path log) {
    this.service = service;
    this.process = process;
    this.address = address;
    this.log = log;
  }

  /**
   * @param logs the folder for its log, which is also its working directory: Quarkus would read
   *     settings of the user's current directory otherwise
   */
  static ServiceProcess start(
      Service service, Path jar, URI address, Path logs, Map<String, String> settings)
      throws IOException {
    Path log = logs.resolve(service.title() + ".log");
    ProcessBuilder builder = new ProcessBuilder(command(service, jar, address, settings));
    builder.directory(logs.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process process = builder.start();
    process.getOutputStream().close();
    return new ServiceProcess(service, process, address, log);
  }

  private static List<String> command(
      Service service, Path jar, URI address, Map<String, String> settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx%dm".formatted(service.heapMegabytes()));
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(service.options());
    command.add("-Dquarkus.http.host=127.0.0.1");
    command.add("-Dquarkus.http.port=" + address.getPort());
    settings.forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
    command.add("-jar");
    command.add(jar.toString());
    return command;
  }

  long pid() {
    return process.pid();
  }

  Optional<Effort> effort() {
    return process.isAlive()
        ? Optional.of(Effort.of(service.title(), process.toHandle(), false))
        : Optional.empty();
  }

  Path log() {
    return log;
  }

  void awaitReady(HttpClient http) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!isReady(http)) {
      requireAlive();
      if (Instant.now().isAfter(deadline)) {
        throw new Fault(
            "%s was not ready after %d s; its log is %s"
                .formatted(service.title(), PATIENCE.toSeconds(), log));
      }
      Thread.sleep(100);
    }
  }

  private boolean isReady(HttpClient http) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  void requireAlive() {
    if (!process.isAlive()) {
      throw new Fault(
          "%s ended with exit code %d; its log is %s"
              .formatted(service.title(), process.exitValue(), log));
    }
  }

  /** Asks it to end now, so that the others can be asked meanwhile. */
  void requestEnd() {
    process.destroy();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
