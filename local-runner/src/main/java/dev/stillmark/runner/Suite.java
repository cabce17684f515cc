package dev.stillmark.runner;

import dev.stillmark.embedded.EmbeddedDatabase;
import dev.stillmark.embedded.EmbeddedKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * A real Kafka, a real PostgreSQL and the three packaged services, all on 127.0.0.1.
 *
 * <p>Whatever was started ends with {@link #close()}, and without it when the JVM ends in order.
 */
final class Suite implements AutoCloseable {

  private static final long LEAST_FREE_MEGABYTES = 512;

  private final Path directory;
  private final Ports ports;
  private final Closing closing = new Closing();
  private final List<ServiceProcess> services = new CopyOnWriteArrayList<>();
  private final Thread hook = new Thread(this::close, "suite-shutdown");
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile long databasePid;

  private Suite(Path directory, Ports ports) {
    this.directory = directory;
    this.ports = ports;
  }

  /**
   * Starts everything and returns once all services are ready.
   *
   * @param directory holds data and logs; what an earlier suite left there is taken up again
   * @param teachers teacher.yaml files for fingerprint
   */
  static Suite start(Home home, Path directory, Ports ports, List<Path> teachers)
      throws InterruptedException {
    Suite suite = new Suite(directory, ports);
    Runtime.getRuntime().addShutdownHook(suite.hook);
    try {
      ports.requireFree();
      suite.startAll(home, teachers);
      return suite;
    } catch (IOException e) {
      suite.close();
      throw Fault.of(e, directory);
    } catch (RuntimeException | InterruptedException e) {
      suite.close();
      throw e;
    }
  }

  URI addressOf(Service service) {
    return ports.addressOf(service);
  }

  HttpClient http() {
    return http;
  }

  Path logs() {
    return directory.resolve("logs");
  }

  /** Does {@code last} once everything has ended. */
  void whenClosed(AutoCloseable last) {
    closing.last(last);
  }

  /** Fails with one sentence if a service has died. */
  void requireAlive() {
    services.forEach(ServiceProcess::requireAlive);
  }

  /** What every part has cost so far; Kafka runs in this process. */
  List<Effort> efforts() {
    List<Effort> efforts = new ArrayList<>();
    efforts.add(Effort.of("kafka and this command", ProcessHandle.current(), false));
    services.forEach(service -> service.effort().ifPresent(efforts::add));
    ProcessHandle.of(databasePid)
        .map(process -> Effort.of("postgresql", process, true))
        .ifPresent(efforts::add);
    return efforts;
  }

  private void startAll(Home home, List<Path> teachers) throws IOException, InterruptedException {
    Files.createDirectories(logs());
    requireSpace();
    ServerLog.writeTo(logs().resolve("servers.log"));
    KafkaHalt.turnIntoExit(directory);
    Watchdog watchdog = closing.open(Watchdog::start);
    DatabaseProcess database =
        closing.open(() -> DatabaseProcess.start(directory.resolve("postgres")));
    EmbeddedKafka kafka = closing.open(this::startKafka);
    EmbeddedDatabase started = database.awaitStart();
    databasePid = database.pid();
    watchdog.watch(databasePid);
    for (Service service : Service.values()) {
      startService(home.jarOf(service), service, settingsOf(service, teachers, kafka, started));
      watchdog.watch(services.getLast().pid());
    }
    for (ServiceProcess service : services) {
      service.awaitReady(http);
    }
  }

  private void requireSpace() throws IOException {
    long free = Files.getFileStore(directory).getUsableSpace() >> 20;
    if (free < LEAST_FREE_MEGABYTES) {
      throw new Fault(
          "the disk that holds %s has %d MB left and at least %d MB are needed"
              .formatted(directory, free, LEAST_FREE_MEGABYTES));
    }
  }

  private EmbeddedKafka startKafka() throws IOException {
    try {
      return EmbeddedKafka.start(directory.resolve("kafka"));
    } catch (RuntimeException e) {
      throw new Fault(
          "Kafka did not start; delete %s if an earlier run was cut short (log: %s)"
              .formatted(directory, logs().resolve("servers.log")),
          e);
    }
  }

  private void startService(Path jar, Service service, Map<String, String> settings)
      throws IOException {
    services.add(
        closing.open(
            () -> ServiceProcess.start(service, jar, ports.addressOf(service), logs(), settings)));
  }

  private static Map<String, String> settingsOf(
      Service service, List<Path> teachers, EmbeddedKafka kafka, EmbeddedDatabase database) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
    settings.putAll(
        switch (service) {
          case INGEST -> Map.of();
          case FINGERPRINT -> teacherSettings(teachers);
          case VERDICT -> databaseSettings(database);
        });
    return settings;
  }

  private static Map<String, String> teacherSettings(List<Path> teachers) {
    if (teachers.isEmpty()) {
      return Map.of();
    }
    return Map.of(
        "stillmark.fingerprint.teachers",
        teachers.stream()
            .map(path -> path.toAbsolutePath().toString().replace("\\", "\\\\").replace(",", "\\,"))
            .collect(Collectors.joining(",")));
  }

  private static Map<String, String> databaseSettings(EmbeddedDatabase database) {
    return Map.of(
        "quarkus.datasource.reactive.url", database.reactiveUrl(),
        "quarkus.datasource.jdbc.url", database.jdbcUrl(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", database.password());
  }

  @Override
  public void close() {
    services.forEach(ServiceProcess::requestEnd);
    closing.close();
    http.shutdownNow();
    removeHook();
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending: the hook is what closes.
      return;
    }
  }
}
