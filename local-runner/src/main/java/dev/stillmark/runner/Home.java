package dev.stillmark.runner;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the built project, where the packaged services are. */
record Home(Path directory) {

  /** The home that the launcher names, or the current directory. */
  static Home ofLauncher() {
    return new Home(Path.of(System.getProperty("stillmark.home", "")).toAbsolutePath());
  }

  Path jarOf(Service service) {
    Path jar =
        directory
            .resolve(service.title() + "-service")
            .resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.isRegularFile(jar)) {
      throw new Fault("%s is missing: ./stillmark builds it".formatted(jar));
    }
    return jar;
  }
}
