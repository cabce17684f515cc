package dev.stillmark.deployment;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.stillmark.architecture.Modules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The settings that this project itself adds to a module, read from its compiled mappings. */
final class OwnSettings {

  private static final String MAPPING = "io.smallrye.config.ConfigMapping";
  private static final String DEFAULT = "io.smallrye.config.WithDefault";
  private static final Map<String, List<Setting>> READ = new ConcurrentHashMap<>();

  private OwnSettings() {}

  /**
   * One setting.
   *
   * @param name as it stands in a properties file
   * @param javaType the type with its parameters
   */
  record Setting(String name, String javaType, Optional<String> defaultValue) {

    String variable() {
      return variableOf(name);
    }
  }

  static List<Setting> of(String module) {
    return READ.computeIfAbsent(module, OwnSettings::read);
  }

  /** The environment variable that {@code setting} can be given as. */
  static String variableOf(String setting) {
    return setting.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static List<Setting> read(String module) {
    List<Setting> settings = new ArrayList<>();
    Modules.of(module).stream()
        .filter(candidate -> candidate.isAnnotatedWith(MAPPING))
        .forEach(mapping -> add(mapping, prefixOf(mapping), settings));
    return List.copyOf(settings);
  }

  private static String prefixOf(JavaClass mapping) {
    return (String) mapping.getAnnotationOfType(MAPPING).get("prefix").orElseThrow();
  }

  private static void add(JavaClass mapping, String prefix, List<Setting> settings) {
    for (JavaMethod method : mapping.getMethods()) {
      if (method.getModifiers().contains(JavaModifier.ABSTRACT)) {
        String name = prefix + "." + kebab(method.getName());
        Optional<JavaClass> group =
            Optional.of(method.getRawReturnType())
                .filter(type -> type.isInterface() && type.getName().startsWith("dev.stillmark."));
        group.ifPresentOrElse(
            type -> add(type, name, settings),
            () -> settings.add(new Setting(name, typeOf(method), defaultOf(method))));
      }
    }
  }

  private static String typeOf(JavaMethod method) {
    return method.getReturnType().getName();
  }

  private static Optional<String> defaultOf(JavaMethod method) {
    return method
        .tryGetAnnotationOfType(DEFAULT)
        .map(annotation -> (String) annotation.get("value").orElseThrow());
  }

  private static String kebab(String method) {
    return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
