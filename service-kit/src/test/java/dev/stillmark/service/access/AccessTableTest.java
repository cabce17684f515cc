package dev.stillmark.service.access;

import static dev.stillmark.service.access.AccessTable.entry;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTableTest {

  private static final AccessTable TABLE =
      AccessTable.of(
          entry("GET", "/v1/suspects", Scope.VERDICTS_READ),
          entry("GET", "/v1/suspects/{suspect}/verdicts", Scope.VERDICTS_READ),
          entry("POST", "/v1/reports", Scope.REPORTS_ISSUE));

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/suspects, VERDICTS_READ",
    "GET, /v1/suspects/, VERDICTS_READ",
    "HEAD, /v1/suspects, VERDICTS_READ",
    "GET, /v1/suspects/a%2Fb/verdicts, VERDICTS_READ",
    "POST, /v1/reports, REPORTS_ISSUE",
  })
  void a_listed_request_needs_its_scope(String method, String path, Scope scope) {
    assertThat(TABLE.scopeOf(method, path)).hasValue(scope);
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /v1/suspects",
    "GET, /v1/suspects/a",
    "GET, /v1/suspects/a/b/verdicts",
    "GET, /v1/SUSPECTS",
    "GET, /v1/suspects;a=b",
    "GET, /v1/suspects/{suspect}/evidence",
    "get, /v1/suspects",
    "GET, /",
    "GET, ''",
    "POST, /q/health",
    "GET, /q/health/other",
    "GET, /q/health;a",
    "GET, /x/q/health",
  })
  void whatever_is_not_listed_needs_admin(String method, String path) {
    assertThat(TABLE.scopeOf(method, path)).hasValue(Scope.ADMIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/health",
        "/q/health/live",
        "/q/health/ready",
        "/q/health/started",
        "/q/metrics",
        "/q/openapi",
        "/q/openapi/"
      })
  void probes_metrics_and_description_need_no_scope(String path) {
    assertThat(TABLE.scopeOf("GET", path)).isEmpty();
    assertThat(TABLE.scopeOf("HEAD", path)).isEmpty();
  }

  @Test
  void the_first_rule_that_fits_decides() {
    AccessTable table =
        AccessTable.of(
            entry("GET", "/v1/own", Scope.AUDIT_READ),
            entry("GET", "/v1/{any}", Scope.VERDICTS_READ));

    assertThat(table.scopeOf("GET", "/v1/own")).hasValue(Scope.AUDIT_READ);
  }
}
