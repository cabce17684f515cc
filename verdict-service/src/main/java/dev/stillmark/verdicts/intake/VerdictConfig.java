package dev.stillmark.verdicts.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator may set about the verdict service itself. */
@ConfigMapping(prefix = "stillmark.verdict")
public interface VerdictConfig {

  /** Partitions of the topic signals where this service has to create it. */
  @WithDefault("12")
  int partitions();
}
