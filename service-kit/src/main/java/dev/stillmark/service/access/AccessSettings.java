package dev.stillmark.service.access;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings that decide who may use a service, and the rules that they must keep.
 *
 * @param mode as an operator wrote it
 * @param host the address that the service listens on
 * @param issuer the URL of the issuer, or null; blank counts as null
 * @param audience what tokens must be issued for; blank entries do not count
 */
record AccessSettings(String mode, String host, @Nullable String issuer, List<String> audience) {

  static final String MODE = "stillmark.access.mode";
  static final String HOST = "quarkus.http.host";
  static final String ISSUER = "quarkus.oidc.auth-server-url";
  static final String AUDIENCE = "quarkus.oidc.token.audience";

  /** OIDC libraries read it as "do not look". */
  private static final String ANY_AUDIENCE = "any";

  AccessSettings {
    issuer = issuer == null || issuer.isBlank() ? null : issuer;
    audience = audience.stream().filter(name -> !name.isBlank()).toList();
  }

  /** Whether tokens are asked for, and can be checked. */
  boolean asksForTokens() {
    return AccessMode.OIDC.isSetBy(mode) && broken().isEmpty();
  }

  /** The first broken rule in words, if one is broken. */
  Optional<String> broken() {
    Optional<AccessMode> known = AccessMode.of(mode);
    if (known.isEmpty()) {
      return Optional.of("%s must be loopback, open or oidc but is %s".formatted(MODE, mode));
    }
    return switch (known.get()) {
      case LOOPBACK -> noIssuer().or(this::loopbackHost);
      case OPEN -> noIssuer();
      case OIDC -> usableIssuer().or(this::narrowAudience);
    };
  }

  private Optional<String> noIssuer() {
    return issuer == null
        ? Optional.empty()
        : Optional.of(
            "%s must not be set while %s is %s, which asks for no tokens; set %s to oidc"
                .formatted(ISSUER, MODE, mode, MODE));
  }

  private Optional<String> loopbackHost() {
    return isLoopback(host)
        ? Optional.empty()
        : Optional.of(
            "%s must be a loopback address while %s is loopback but is %s; set %s to oidc"
                .formatted(HOST, MODE, host, MODE));
  }

  private Optional<String> usableIssuer() {
    if (issuer == null) {
      return Optional.of("%s must be set while %s is oidc".formatted(ISSUER, MODE));
    }
    return isHttpUrl(issuer)
        ? Optional.empty()
        : Optional.of("%s must be an http or https URL".formatted(ISSUER));
  }

  private Optional<String> narrowAudience() {
    if (audience.isEmpty()) {
      return Optional.of(
          "%s must be set while %s is oidc, or tokens for other services would do"
              .formatted(AUDIENCE, MODE));
    }
    return audience.stream().noneMatch(ANY_AUDIENCE::equalsIgnoreCase)
        ? Optional.empty()
        : Optional.of(
            "%s must not be any, or tokens for other services would do".formatted(AUDIENCE));
  }

  private static boolean isHttpUrl(String text) {
    try {
      URI url = URI.create(text.strip());
      return url.getHost() != null
          && ("https".equalsIgnoreCase(url.getScheme())
              || "http".equalsIgnoreCase(url.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Every address of the name, since the service may listen on any of them. */
  private static boolean isLoopback(String host) {
    if (host.isBlank()) {
      return false;
    }
    try {
      return Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
