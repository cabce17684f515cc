package dev.stillmark.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** What native-image would be given for one service, as Quarkus wrote it during the build. */
record NativeSources(List<String> arguments, JsonNode reflection, JsonNode resources) {

  private static final String CONFIGURATION = "META-INF/native-image/";

  static NativeSources of(String service) throws IOException {
    Path folder = Modules.ROOT.resolve(service).resolve("target/native-sources");
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          service
              + " must go through verify, without skipNativeSources, before its native sources"
              + " are tested");
    }
    String arguments = Files.readString(folder.resolve("native-image.args"));
    try (DirectoryStream<Path> runners = Files.newDirectoryStream(folder, "*-runner.jar");
        JarFile runner = new JarFile(runners.iterator().next().toFile())) {
      return new NativeSources(
          List.of(arguments.split("\\s+")),
          read(runner, CONFIGURATION + "reflect-config.json"),
          read(runner, CONFIGURATION + "resource-config.json"));
    }
  }

  private static JsonNode read(JarFile jar, String name) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return new ObjectMapper().readTree(in);
    }
  }

  /** The types whose constructors, methods and fields can all be reflected on. */
  Set<String> reflected() {
    Set<String> names = new TreeSet<>();
    for (JsonNode type : reflection) {
      if (type.path("allDeclaredConstructors").asBoolean()
          && type.path("allDeclaredMethods").asBoolean()
          && type.path("allDeclaredFields").asBoolean()) {
        names.add(type.path("name").asText());
      }
    }
    return names;
  }

  boolean includes(String resource) {
    for (JsonNode include : resources.path("resources").path("includes")) {
      if (Pattern.matches(include.path("pattern").asText(), resource)) {
        return true;
      }
    }
    return false;
  }
}
