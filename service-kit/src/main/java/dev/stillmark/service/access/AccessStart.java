package dev.stillmark.service.access;

import dev.stillmark.service.StartRefusal;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Ends the start, before anything listens, where the settings would let in the wrong people. */
@Singleton
final class AccessStart {

  private static final Logger LOG = Logger.getLogger(AccessStart.class);

  /** Before whatever connects to Kafka or a database. */
  private static final int FIRST = -1_000;

  private final AccessSettings settings;

  AccessStart(
      AccessConfig config,
      @ConfigProperty(name = AccessSettings.HOST) String host,
      @ConfigProperty(name = AccessSettings.ISSUER) Optional<String> issuer,
      @ConfigProperty(name = AccessSettings.AUDIENCE) Optional<List<String>> audience) {
    this.settings =
        new AccessSettings(config.mode(), host, issuer.orElse(null), audience.orElse(List.of()));
  }

  void start(@Observes @Priority(FIRST) StartupEvent event) {
    Optional<String> broken = settings.broken();
    if (broken.isPresent()) {
      throw StartRefusal.because(broken.get());
    }
    if (AccessMode.OPEN.isSetBy(settings.mode())) {
      LOG.warnf(
          "Everyone who reaches this service may read and write: mode=open host=%s",
          settings.host());
    }
  }
}
