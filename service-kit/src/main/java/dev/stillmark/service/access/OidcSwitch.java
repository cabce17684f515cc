package dev.stillmark.service.access;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps OIDC off unless tokens are asked for and the settings are whole.
 *
 * <p>OIDC is set up before any bean can look at the settings. Left on, it would connect to an
 * issuer that nobody asks, or end the start with a stack trace of its own.
 */
public final class OidcSwitch implements ConfigSourceFactory {

  private static final String SWITCH = "quarkus.oidc.tenant-enabled";

  /** Above the environment and system properties. */
  private static final int ORDINAL = 1_000;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    String mode = valueOf(context, AccessSettings.MODE);
    String host = valueOf(context, AccessSettings.HOST);
    String audience = valueOf(context, AccessSettings.AUDIENCE);
    AccessSettings settings =
        new AccessSettings(
            mode == null ? AccessMode.LOOPBACK.setting() : mode,
            host == null ? "" : host,
            valueOf(context, AccessSettings.ISSUER),
            audience == null ? List.of() : List.of(audience.split(",")));
    return List.of(
        new PropertiesConfigSource(
            Map.of(SWITCH, String.valueOf(settings.asksForTokens())),
            OidcSwitch.class.getSimpleName(),
            ORDINAL));
  }

  private static @Nullable String valueOf(ConfigSourceContext context, String name) {
    ConfigValue value = context.getValue(name);
    return value == null ? null : value.getValue();
  }
}
