package dev.stillmark.ingest;

import static dev.stillmark.service.access.AccessTable.entry;

import dev.stillmark.service.access.AccessTable;
import dev.stillmark.service.access.Scope;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Which scope a request to ingest needs. */
final class IngestAccess {

  @Produces
  @Singleton
  AccessTable table() {
    return AccessTable.of(
        entry("POST", "/v1/suspects/{suspect}/outputs", Scope.OUTPUTS_WRITE),
        // It only says that the suspect's name is missing.
        entry("POST", "/v1/suspects/outputs", Scope.OUTPUTS_WRITE));
  }
}
