package dev.stillmark.deployment;

import dev.stillmark.architecture.Modules;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Properties;

/** What a service's own application.properties says. */
final class ShippedSettings {

  private ShippedSettings() {}

  static Properties of(String module) {
    Properties settings = new Properties();
    try (Reader file =
        Files.newBufferedReader(
            Modules.ROOT.resolve(module).resolve("src/main/resources/application.properties"))) {
      settings.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings;
  }
}
