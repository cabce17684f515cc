package dev.stillmark.fingerprint;

import static dev.stillmark.service.access.AccessTable.entry;

import dev.stillmark.service.access.AccessTable;
import dev.stillmark.service.access.Scope;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Which scope a request to fingerprint needs. */
final class FingerprintAccess {

  @Produces
  @Singleton
  AccessTable table() {
    return AccessTable.of(entry("GET", "/v1/detectors", Scope.VERDICTS_READ));
  }
}
