package dev.stillmark.service.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a service tells who may use it. */
enum AccessMode {
  /** No tokens; only this machine can connect. */
  LOOPBACK,
  /** No tokens, on any address. */
  OPEN,
  /** A token of the issuer with the scope that the request needs. */
  OIDC;

  String setting() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isSetBy(String setting) {
    return setting.equals(setting());
  }

  static Optional<AccessMode> of(String setting) {
    return Stream.of(values()).filter(mode -> mode.isSetBy(setting)).findFirst();
  }
}
