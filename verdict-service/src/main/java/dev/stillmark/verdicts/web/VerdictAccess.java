package dev.stillmark.verdicts.web;

import static dev.stillmark.service.access.AccessTable.entry;
import static dev.stillmark.service.access.Scope.ADMIN;
import static dev.stillmark.service.access.Scope.AUDIT_READ;
import static dev.stillmark.service.access.Scope.REPORTS_ISSUE;
import static dev.stillmark.service.access.Scope.REPORTS_READ;
import static dev.stillmark.service.access.Scope.VERDICTS_READ;

import dev.stillmark.service.access.AccessTable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Which scope a request to the verdict service needs. */
final class VerdictAccess {

  @Produces
  @Singleton
  AccessTable table() {
    return AccessTable.of(
        entry("GET", "/v1/suspects", VERDICTS_READ),
        entry("GET", "/v1/suspects/{suspect}", VERDICTS_READ),
        entry("DELETE", "/v1/suspects/{suspect}", ADMIN),
        entry("GET", "/v1/suspects/{suspect}/verdicts", VERDICTS_READ),
        entry("GET", "/v1/suspects/{suspect}/evidence", VERDICTS_READ),
        entry("GET", "/v1/suspects/{suspect}/evidence/{detector}", VERDICTS_READ),
        entry("GET", "/v1/teachers", VERDICTS_READ),
        entry("GET", "/v1/lineage", VERDICTS_READ),
        entry("GET", "/v1/panels", VERDICTS_READ),
        entry("GET", "/v1/panels/{panel}", VERDICTS_READ),
        entry("PUT", "/v1/panels/{panel}", REPORTS_ISSUE),
        entry("POST", "/v1/panels/{panel}/outputs", REPORTS_ISSUE),
        entry("GET", "/v1/panels/{panel}/copies", VERDICTS_READ),
        entry("GET", "/v1/cases", VERDICTS_READ),
        entry("GET", "/v1/cases/{case}", VERDICTS_READ),
        entry("PUT", "/v1/cases/{case}", REPORTS_ISSUE),
        entry("GET", "/v1/reports", REPORTS_READ),
        entry("GET", "/v1/reports/{report}", REPORTS_READ),
        entry("POST", "/v1/reports", REPORTS_ISSUE),
        entry("GET", "/v1/quarantine", AUDIT_READ),
        entry("GET", "/v1/quarantine/{record}", AUDIT_READ));
  }
}
