package dev.stillmark.deployment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.stillmark.architecture.Modules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The environment variables that a packaged service listens to, read from what it is made of. */
final class KnownSettings {

  private static final String MAPPING = "io.smallrye.config.ConfigMapping";
  private static final String DEFAULT = "io.smallrye.config.WithDefault";
  private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, List<JavaClass>> MAPPINGS = new ConcurrentHashMap<>();
  private static final Map<String, Set<String>> KNOWN = new ConcurrentHashMap<>();

  private KnownSettings() {}

  static Set<String> of(String module) {
    return KNOWN.computeIfAbsent(module, KnownSettings::read);
  }

  private static Set<String> read(String module) {
    Set<String> known = new TreeSet<>();
    ours(module, known);
    quarkus(module, known);
    Stream.of(
            ProducerConfig.configNames(),
            ConsumerConfig.configNames(),
            AdminClientConfig.configNames())
        .flatMap(Set::stream)
        .forEach(name -> known.add(variable("kafka." + name)));
    return known;
  }

  /** The default of a setting of ours. */
  static int defaultOf(String module, String prefix, String method) {
    return mappings(module)
        .filter(mapping -> prefixOf(mapping).equals(prefix))
        .flatMap(mapping -> mapping.getMethods().stream())
        .filter(candidate -> candidate.getName().equals(method))
        .flatMap(found -> found.tryGetAnnotationOfType(DEFAULT).stream())
        .map(annotation -> Integer.parseInt((String) annotation.get("value").orElseThrow()))
        .findFirst()
        .orElseThrow();
  }

  private static void ours(String module, Set<String> known) {
    mappings(module).forEach(mapping -> add(mapping, prefixOf(mapping), known));
  }

  private static Stream<JavaClass> mappings(String module) {
    return MAPPINGS
        .computeIfAbsent(
            module,
            name ->
                Modules.of(name, "service-kit").stream()
                    .filter(candidate -> candidate.isAnnotatedWith(MAPPING))
                    .toList())
        .stream();
  }

  private static String prefixOf(JavaClass mapping) {
    return (String) mapping.getAnnotationOfType(MAPPING).get("prefix").orElseThrow();
  }

  private static void add(JavaClass mapping, String prefix, Set<String> known) {
    for (JavaMethod method : mapping.getMethods()) {
      if (method.getModifiers().contains(JavaModifier.ABSTRACT)) {
        String name = prefix + "." + kebab(method.getName());
        Optional<JavaClass> group =
            Optional.of(method.getRawReturnType())
                .filter(type -> type.isInterface() && type.getName().startsWith("dev.stillmark."));
        group.ifPresentOrElse(type -> add(type, name, known), () -> known.add(variable(name)));
      }
    }
  }

  /** Every extension in the package says which settings it has. */
  private static void quarkus(String module, Set<String> known) {
    Path libraries = Modules.ROOT.resolve(module).resolve("target/quarkus-app/lib/main");
    try (Stream<Path> jars = Files.list(libraries)) {
      for (Path jar : jars.filter(path -> path.toString().endsWith(".jar")).toList()) {
        try (JarFile file = new JarFile(jar.toFile())) {
          if (file.getEntry(MODEL) != null) {
            try (InputStream model = file.getInputStream(file.getEntry(MODEL))) {
              known.addAll(JSON.readTree(model).findValuesAsText("environmentVariable"));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(module + " must be packaged before its manifest is tested", e);
    }
  }

  private static String kebab(String method) {
    return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String variable(String setting) {
    return setting.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
