package dev.stillmark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.embedded.BadTokens;
import dev.stillmark.embedded.EmbeddedIssuer;
import dev.stillmark.embedded.FreePort;
import dev.stillmark.embedded.PackagedService;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what at ingest, as the packaged service answers, with an issuer and no Kafka. */
class AccessIT {

  private static final String AUDIENCE = "stillmark";
  private static final String OUTPUTS = "/v1/suspects/model-x/outputs";

  @TempDir static Path directory;
  private static EmbeddedIssuer issuer;
  private static PackagedService service;

  @BeforeAll
  static void start() throws Exception {
    issuer = EmbeddedIssuer.start(FreePort.any());
    Map<String, String> settings = new HashMap<>(issuer.settings(AUDIENCE));
    settings.put("kafka.bootstrap.servers", "127.0.0.1:" + FreePort.any());
    service = PackagedService.start(directory.resolve("log.txt"), settings);
    service.awaitStatus("/q/health/live", 200);
  }

  @AfterAll
  static void stop() {
    service.close();
    issuer.close();
  }

  @Test
  void outputs_need_a_token_and_the_answer_names_the_scope() throws Exception {
    PackagedService.Answer answer = service.ask("POST", OUTPUTS, null);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.head())
        .contains("WWW-Authenticate: Bearer", "Content-Type: application/problem+json");
    assertThat(answer.body())
        .contains("/problems/unauthorized", "outputs.write")
        .containsPattern("\"traceId\":\"[0-9a-f]{32}\"");
  }

  @Test
  void a_token_with_the_scope_reaches_the_resource() throws Exception {
    String token = issuer.token(AUDIENCE, "openid outputs.write profile");

    PackagedService.Answer answer = service.ask("POST", OUTPUTS, token);

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.body()).contains("/problems/content-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"scp\":\"outputs.write\"", "\"scp\":[\"openid\",\"outputs.write\"]"})
  void scopes_are_read_from_scp_too(String claim) throws Exception {
    String token = EmbeddedIssuer.sign(claims("none").replace("\"scope\":\"none\"", claim));

    assertThat(service.ask("POST", OUTPUTS, token).status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verdicts.read",
        "admin",
        "outputs.writes",
        "outputs_write",
        "OUTPUTS.WRITE",
        "outputs.write.admin",
        ""
      })
  void a_token_without_the_scope_is_refused_and_told_which(String scope) throws Exception {
    PackagedService.Answer answer = service.ask("POST", OUTPUTS, issuer.token(AUDIENCE, scope));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.head()).contains("error=\"insufficient_scope\", scope=\"outputs.write\"");
    assertThat(answer.body()).contains("/problems/insufficient-scope", "outputs.write");
  }

  @Test
  void a_bad_token_is_no_token_and_is_never_repeated() throws Exception {
    for (Map.Entry<String, String> bad :
        BadTokens.of(issuer, AUDIENCE, "outputs.write").entrySet()) {
      PackagedService.Answer answer = service.ask("POST", OUTPUTS, bad.getValue());

      assertThat(answer.status()).as(bad.getKey()).isEqualTo(401);
      assertThat(answer.body()).as(bad.getKey()).contains("outputs.write", "traceId");
      if (!bad.getValue().isEmpty()) {
        assertThat(answer.head() + answer.body() + service.log())
            .as(bad.getKey())
            .doesNotContain(bad.getValue());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health", "/q/health/live", "/q/metrics", "/q/openapi"})
  void probes_metrics_and_description_need_no_token(String page) throws Exception {
    assertThat(service.ask("GET", page, null).status()).isIn(200, 503);
    assertThat(service.ask("GET", page, "not a token").status()).isIn(200, 503);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /",
        "GET /q",
        "GET /q/",
        "GET /q/dev",
        "GET /q/health/live/../../dev",
        "GET /v1",
        "GET /v1/suspects/model-x/outputs",
        "OPTIONS /v1/suspects/model-x/outputs",
        "PATCH /v1/suspects/model-x/outputs",
        "POST /q/health",
        "GET /q/health;x=y",
        "GET /q/health/live;/../v1"
      })
  void whatever_is_not_listed_needs_admin(String line) throws Exception {
    String[] request = line.split(" ");

    assertThat(service.ask(request[0], request[1], null).status()).isEqualTo(401);
    assertThat(service.ask(request[0], request[1], issuer.token(AUDIENCE, "outputs.write")).body())
        .contains("/problems/insufficient-scope", "admin");
  }

  /** Spellings by which a resource could be found that no rule was written for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "//v1/suspects/model-x/outputs",
        "/v1//suspects/model-x/outputs",
        "/v1/suspects/model-x/outputs/",
        "/v1/suspects/model-x/outputs//",
        "/v1/suspects/model-x/outputs;x=y",
        "/v1/suspects;x=y/model-x/outputs",
        "/v1;/suspects/model-x/outputs",
        "/;x/v1/suspects/model-x/outputs",
        "/v1/suspects/model-x/outputs%2F",
        "/v1%2Fsuspects/model-x/outputs",
        "/%76%31/suspects/model-x/outputs",
        "/v1/suspects/model-x/%6Futputs",
        "/v1/./suspects/model-x/outputs",
        "/v1/x/../suspects/model-x/outputs",
        "/v1/x/%2E%2E/suspects/model-x/outputs",
        "/q/health/../../v1/suspects/model-x/outputs",
        "/q/health/%2e%2e/%2E%2E/v1/suspects/model-x/outputs",
        "/q/health/..%2F..%2Fv1/suspects/model-x/outputs",
        "/q/health/..;/..;/v1/suspects/model-x/outputs",
        "/q/health;/../../v1/suspects/model-x/outputs",
        "/q/metrics/..//..//v1/suspects/model-x/outputs",
        "/v1/suspects/a%2Fb/outputs",
        "/v1/suspects/%2e%2e/outputs",
        "/v1/suspects/model-x/outputs?/q/health",
        "/v1/suspects/model-x/outputs%00",
        "http://127.0.0.1/v1/suspects/model-x/outputs"
      })
  void no_spelling_of_a_path_gets_past_its_rule(String target) throws Exception {
    assertThat(service.ask("POST", target, null).status()).isEqualTo(401);
    assertThat(service.ask("POST", target, issuer.token(AUDIENCE, "verdicts.read")).status())
        .isEqualTo(403);
  }

  private static String claims(String scope) {
    return EmbeddedIssuer.claims(issuer.url(), AUDIENCE, scope, Instant.now().plusSeconds(600));
  }
}
