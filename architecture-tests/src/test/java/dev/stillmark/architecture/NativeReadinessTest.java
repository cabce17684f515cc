package dev.stillmark.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NativeReadinessTest {

  private static final JavaClasses SCANNER = Modules.of(Modules.CORE.toArray(String[]::new));
  private static final String RESOURCES = "META-INF/native-image/dev.stillmark/edge-scanner/";

  @Test
  void the_scanner_uses_no_reflection() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.lang.reflect..", "sun..", "jdk.internal..")
        .orShould()
        .callMethod(Class.class, "forName", String.class)
        .orShould()
        .callMethod(Class.class, "getDeclaredConstructors")
        .orShould()
        .callMethod(Class.class, "getDeclaredMethods")
        .orShould()
        .callMethod(Class.class, "getDeclaredFields")
        .because("native-image sees only what the code names")
        .check(SCANNER);
  }

  @Test
  void the_scanner_loads_only_services_that_it_can_do_without() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.stillmark.detection.random.LanesFound")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.ServiceLoader")
        .because("native-image sees only what the code names")
        .check(SCANNER);
    assertThat(Modules.classes("edge-scanner").resolve("../lib"))
        .isDirectoryNotContaining("glob:**detection-lanes*");
  }

  @Test
  void the_scanner_calls_no_native_code() {
    methods()
        .should()
        .notHaveModifier(JavaModifier.NATIVE)
        .because("a native image of the scanner links to nothing")
        .check(SCANNER);
    noClasses()
        .should()
        .callMethod(System.class, "loadLibrary", String.class)
        .orShould()
        .callMethod(System.class, "load", String.class)
        .because("a native image of the scanner links to nothing")
        .check(SCANNER);
  }

  @Test
  void static_initialisers_open_no_files_and_start_no_threads() {
    List<String> offenders =
        SCANNER.stream()
            .flatMap(type -> type.getStaticInitializer().stream())
            .filter(NativeReadinessTest::opensOrStarts)
            .map(JavaCodeUnit::getFullName)
            .toList();

    assertThat(offenders).isEmpty();
  }

  private static boolean opensOrStarts(JavaCodeUnit initialiser) {
    return initialiser.getAccessesFromSelf().stream()
        .map(access -> access.getTargetOwner())
        .anyMatch(NativeReadinessTest::isFileOrThread);
  }

  private static boolean isFileOrThread(JavaClass type) {
    return type.getName().startsWith("java.nio.file.Files")
        || type.getName().startsWith("java.io.File")
        || type.getName().startsWith("java.net.")
        || type.getName().equals("java.lang.Thread")
        || type.getName().contains("Executor");
  }

  @Test
  void every_listed_resource_exists() throws IOException {
    String metadata =
        Files.readString(
            Modules.classes("edge-scanner").resolve(RESOURCES + "reachability-metadata.json"));
    List<String> globs =
        java.util.regex.Pattern.compile("\"glob\": *\"([^\"]+)\"")
            .matcher(metadata)
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(globs).isNotEmpty();
    assertThat(globs)
        .allSatisfy(
            glob -> assertThat(getClass().getClassLoader().getResource(glob)).as(glob).isNotNull());
  }

  @Test
  void the_native_library_that_kafka_compresses_with_is_named_as_it_is() throws Exception {
    JsonNode metadata =
        new ObjectMapper()
            .readTree(
                Modules.classes("service-kit")
                    .resolve("META-INF/native-image/dev.stillmark/service-kit")
                    .resolve("reachability-metadata.json")
                    .toFile());

    assertThat(metadata.path("reflection")).isNotEmpty();
    for (JsonNode type : metadata.path("reflection")) {
      Class<?> named = Class.forName(type.path("type").asText());
      assertThat(named.getDeclaredFields())
          .extracting(Field::getName)
          .containsAll(type.path("fields").findValuesAsText("name"));
    }
    Path library =
        Path.of(
            ZstdOutputStreamNoFinalizer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    try (FileSystem jar = FileSystems.newFileSystem(library)) {
      for (JsonNode resource : metadata.path("resources")) {
        String glob = resource.path("glob").asText();
        try (Stream<Path> entries = Files.walk(jar.getPath("/"))) {
          assertThat(entries.map(entry -> jar.getPath("/").relativize(entry)))
              .as(glob)
              .anyMatch(jar.getPathMatcher("glob:" + glob)::matches);
        }
      }
    }
  }
}
