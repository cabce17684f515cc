package dev.stillmark.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The compiled main classes of every module, read from their folders: no service is a dependency.
 */
public final class Modules {

  public static final Path ROOT = root();

  public static final List<String> SERVICES =
      List.of("ingest-service", "fingerprint-service", "verdict-service");

  static final List<String> CORE = List.of("detection", "teacher-files", "edge-scanner");

  private static final List<String> OTHERS =
      List.of(
          "detection-lanes",
          "events",
          "detection-testkit",
          "embedded-servers",
          "service-kit",
          "local-runner",
          "benchmarks");

  private Modules() {}

  static JavaClasses all() {
    return new ClassFileImporter()
        .importPaths(
            List.of(CORE, SERVICES, OTHERS).stream()
                .flatMap(List::stream)
                .map(Modules::classes)
                .toList());
  }

  public static JavaClasses of(String... modules) {
    return new ClassFileImporter()
        .importPaths(Arrays.stream(modules).map(Modules::classes).toList());
  }

  static Path classes(String module) {
    Path classes = ROOT.resolve(module).resolve("target/classes");
    if (!Files.isDirectory(classes)) {
      throw new IllegalStateException(module + " must be built before its architecture is tested");
    }
    return classes;
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("architecture-tests/pom.xml"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("the tests must run inside the repository");
      }
    }
    return folder;
  }
}
