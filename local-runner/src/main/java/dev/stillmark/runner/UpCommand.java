package dev.stillmark.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stillmark.files.TeacherFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the suite and keeps it until Ctrl-C; what it held is gone afterwards. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description =
        "Starts the whole suite on 127.0.0.1 and keeps it, with empty data, until Ctrl-C.")
final class UpCommand implements Callable<Integer> {

  @Option(
      names = "--port-base",
      paramLabel = "N",
      defaultValue = "" + Ports.DEFAULT_BASE,
      description = "ingest listens on N, fingerprint on N+1, verdict on N+2 (default 8081)")
  private int portBase;

  @Option(
      names = "--teacher",
      arity = "1..*",
      paramLabel = "FILE",
      description = "teacher.yaml files whose keys and phrases fingerprint looks for")
  private List<Path> teachers = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    teachers.forEach(TeacherFile::load);
    Ports ports = Ports.from(portBase);
    ports.requireFree();
    Path directory = Files.createTempDirectory("stillmark-up-");
    Progress progress = Progress.onTerminal();
    progress.say(
        "starting Kafka, PostgreSQL and the services; their logs are in %s/logs", directory);
    try (Suite suite = Suite.start(Home.ofLauncher(), directory, ports, teachers)) {
      suite.whenClosed(() -> Folders.delete(directory));
      System.out.println(addresses(suite));
      progress.say("ready in %.1f s; Ctrl-C ends it", progress.seconds());
      while (true) {
        suite.requireAlive();
        Thread.sleep(500);
      }
    }
  }

  private static ObjectNode addresses(Suite suite) {
    URI verdict = suite.addressOf(Service.VERDICT);
    return Json.object()
        .put("ingest", suite.addressOf(Service.INGEST).toString())
        .put("verdict", verdict.toString())
        .put("web", verdict.resolve("/v1/reports").toString())
        .put("openapi", verdict.resolve("/q/openapi").toString());
  }
}
