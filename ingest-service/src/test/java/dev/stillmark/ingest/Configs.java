package dev.stillmark.ingest;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The limits as the service would read them. */
final class Configs {

  private Configs() {}

  static IngestConfig defaults() {
    return with(Map.of());
  }

  static IngestConfig with(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(IngestConfig.class)
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .build()
        .getConfigMapping(IngestConfig.class);
  }
}
