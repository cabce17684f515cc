package dev.stillmark.service.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may use a service; the same setting for all three. */
@ConfigMapping(prefix = "stillmark.access")
public interface AccessConfig {

  /**
   * How a service tells who may use it (environment: STILLMARK_ACCESS_MODE): {@code loopback},
   * {@code open} or {@code oidc}.
   *
   * <ul>
   *   <li>{@code loopback}: no tokens; the service does not start unless quarkus.http.host is a
   *       loopback address.
   *   <li>{@code open}: no tokens on any address, for clusters that are thrown away.
   *   <li>{@code oidc}: bearer tokens; the service does not start without
   *       quarkus.oidc.auth-server-url (the issuer's URL) and quarkus.oidc.token.audience (what the
   *       tokens must be issued for).
   * </ul>
   *
   * <p>An issuer that is set in another mode ends the start as well: someone would believe that
   * tokens are asked for.
   */
  @WithDefault("loopback")
  String mode();
}
