package dev.stillmark.fingerprint;

import dev.stillmark.service.Backoff;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The settings of the fingerprint service; see docs/configuration.md. */
@ConfigMapping(prefix = "stillmark.fingerprint")
public interface FingerprintConfig {

  /** teacher.yaml files, or folders that hold them. */
  Optional<List<Path>> teachers();

  /** Partitions of topics that have to be created. */
  @WithDefault("12")
  int partitions();

  /** Outputs that are scored at the same time; the number of processors unless given. */
  OptionalInt workers();

  Limits limits();

  Retry retry();

  /** What one record may be, before it is quarantined. */
  interface Limits {

    @WithDefault("1048576")
    int recordBytes();

    @WithDefault("64")
    int depth();

    /** Token ids of prompt and output together. */
    @WithDefault("262144")
    int tokenIds();
  }

  /** How Kafka is asked again at the start, and signals are sent again. */
  interface Retry {

    @WithDefault("500ms")
    Duration first();

    @WithDefault("30s")
    Duration longest();

    default Backoff backoff() {
      return new Backoff(first(), longest());
    }
  }
}
