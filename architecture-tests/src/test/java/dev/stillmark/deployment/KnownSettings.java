package dev.stillmark.deployment;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stillmark.architecture.Modules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

  private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Set<String>> KNOWN = new ConcurrentHashMap<>();

  private KnownSettings() {}

  static Set<String> of(String module) {
    return KNOWN.computeIfAbsent(module, KnownSettings::read);
  }

  private static Set<String> read(String module) {
    Set<String> known = new TreeSet<>();
    ours(module).forEach(setting -> known.add(setting.variable()));
    quarkus(module, known);
    Stream.of(
            ProducerConfig.configNames(),
            ConsumerConfig.configNames(),
            AdminClientConfig.configNames())
        .flatMap(Set::stream)
        .forEach(name -> known.add(OwnSettings.variableOf("kafka." + name)));
    return known;
  }

  /** The default of a setting of ours. */
  static int defaultOf(String module, String prefix, String setting) {
    return ours(module)
        .filter(candidate -> candidate.name().equals(prefix + "." + setting))
        .flatMap(found -> found.defaultValue().stream())
        .map(Integer::parseInt)
        .findFirst()
        .orElseThrow();
  }

  private static Stream<OwnSettings.Setting> ours(String module) {
    return Stream.of(module, "service-kit").flatMap(part -> OwnSettings.of(part).stream());
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
}
