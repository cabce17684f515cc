package dev.stillmark.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.embedded.BadTokens;
import dev.stillmark.embedded.EmbeddedIssuer;
import dev.stillmark.embedded.FreePort;
import dev.stillmark.embedded.PackagedService;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what with verdicts, as the packaged service answers, with an issuer and no server. */
class AccessIT {

  private static final String AUDIENCE = "stillmark";

  @TempDir static Path directory;
  private static EmbeddedIssuer issuer;
  private static PackagedService service;

  @BeforeAll
  static void start() throws Exception {
    issuer = EmbeddedIssuer.start(FreePort.any());
    String database = "postgresql://127.0.0.1:" + FreePort.any() + "/postgres";
    Map<String, String> settings = new HashMap<>(issuer.settings(AUDIENCE));
    settings.put("kafka.bootstrap.servers", "127.0.0.1:" + FreePort.any());
    settings.put("quarkus.datasource.reactive.url", "vertx-reactive:" + database);
    settings.put("quarkus.datasource.jdbc.url", "jdbc:" + database);
    service = PackagedService.start(directory.resolve("log.txt"), settings);
    service.awaitStatus("/q/health/live", 200);
  }

  @AfterAll
  static void stop() {
    service.close();
    issuer.close();
  }

  /** Without a database no resource gives 200, and whatever it gives is not a refusal. */
  @ParameterizedTest
  @CsvSource({
    "GET, /v1/suspects, verdicts.read",
    "GET, /v1/suspects/s, verdicts.read",
    "GET, /v1/suspects/a%2Fb, verdicts.read",
    "HEAD, /v1/suspects/s, verdicts.read",
    "GET, /v1/suspects/s/verdicts, verdicts.read",
    "GET, /v1/suspects/s/evidence, verdicts.read",
    "GET, /v1/suspects/s/evidence/d, verdicts.read",
    "GET, /v1/teachers, verdicts.read",
    "GET, /v1/lineage, verdicts.read",
    "GET, /v1/panels, verdicts.read",
    "GET, /v1/panels/p, verdicts.read",
    "GET, /v1/panels/a%2Fb, verdicts.read",
    "PUT, /v1/panels/p, reports.issue",
    "POST, /v1/panels/p/outputs, reports.issue",
    "GET, /v1/panels/p/copies, verdicts.read",
    "DELETE, /v1/panels/p, admin",
    "GET, /v1/panels/p/outputs, admin",
    "GET, /v1/cases, verdicts.read",
    "GET, /v1/cases/c, verdicts.read",
    "PUT, /v1/cases/c, reports.issue",
    "POST, /v1/reports, reports.issue",
    "GET, /v1/reports, reports.read",
    "GET, /v1/reports/018f0000-0000-7000-8000-000000000000, reports.read",
    "GET, /v1/quarantine, audit.read",
    "GET, /v1/quarantine/018f0000-0000-7000-8000-000000000000, audit.read",
    "DELETE, /v1/suspects/s, admin",
    "DELETE, /v1/cases/c, admin",
    "GET, /v1/operations/o, admin",
    "POST, /v1/suspects/s/outputs, admin",
  })
  void a_request_needs_its_scope_and_no_other(String method, String path, String scope)
      throws Exception {
    String others =
        Stream.of(
                "outputs.write",
                "verdicts.read",
                "reports.read",
                "reports.issue",
                "reports.review",
                "audit.read",
                "admin")
            .filter(other -> !other.equals(scope))
            .collect(Collectors.joining(" "));

    assertThat(service.ask(method, path, null).status()).isEqualTo(401);
    PackagedService.Answer refused = service.ask(method, path, issuer.token(AUDIENCE, others));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.head()).contains("scope=\"" + scope + "\"");
    assertThat(service.ask(method, path, issuer.token(AUDIENCE, scope)).status())
        .isNotIn(401, 403, 503);
  }

  @Test
  void a_bad_token_is_no_token() throws Exception {
    for (Map.Entry<String, String> bad : BadTokens.of(issuer, AUDIENCE, "admin").entrySet()) {
      assertThat(service.ask("DELETE", "/v1/suspects/s", bad.getValue()).status())
          .as(bad.getKey())
          .isEqualTo(401);
    }
  }

  /** Spellings that might fit the rule of suspects and reach another resource. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/suspects/../quarantine",
        "/v1/suspects/%2e%2e/quarantine",
        "/v1/suspects/..;/quarantine",
        "/v1/suspects;/../quarantine",
        "/v1/suspects/s/..//../../quarantine",
        "/v1//quarantine",
        "/v1/quarantine/",
        "/v1/quarantine;x=y",
        "/v1/%71uarantine",
        "/v1/suspects/..%2Fquarantine/../../quarantine",
        "/v1/reports/../quarantine",
        "/v1/teachers/../../v1/quarantine",
        "/v1/panels/../quarantine",
        "/v1/panels/%2e%2e/quarantine",
        "/q/health/../../v1/quarantine"
      })
  void no_spelling_of_a_path_gets_past_its_rule(String target) throws Exception {
    String token = issuer.token(AUDIENCE, "verdicts.read reports.read");

    assertThat(service.ask("GET", target, null).status()).isEqualTo(401);
    assertThat(service.ask("GET", target, token).status()).isEqualTo(403);
  }
}
