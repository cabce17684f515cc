package dev.stillmark.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.embedded.BadTokens;
import dev.stillmark.embedded.EmbeddedIssuer;
import dev.stillmark.embedded.FreePort;
import dev.stillmark.embedded.PackagedService;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may see the detectors, as the packaged service answers, with an issuer and no Kafka. */
class AccessIT {

  private static final String AUDIENCE = "stillmark";
  private static final String DETECTORS = "/v1/detectors";

  @TempDir Path directory;

  @Test
  void detectors_are_shown_to_those_who_may_read_verdicts() throws Exception {
    try (EmbeddedIssuer issuer = EmbeddedIssuer.start(FreePort.any());
        PackagedService service = start(issuer.url())) {
      service.awaitStatus("/q/health/live", 200);

      assertThat(service.ask("GET", DETECTORS, null).status()).isEqualTo(401);
      assertThat(service.ask("GET", DETECTORS, issuer.token(AUDIENCE, "admin")).status())
          .isEqualTo(403);
      assertThat(service.ask("GET", DETECTORS, issuer.token(AUDIENCE, "verdicts.read")).body())
          .isEqualTo("{\"detectors\":[]}");
      for (Map.Entry<String, String> bad :
          BadTokens.of(issuer, AUDIENCE, "verdicts.read").entrySet()) {
        assertThat(service.ask("GET", DETECTORS, bad.getValue()).status())
            .as(bad.getKey())
            .isEqualTo(401);
      }
    }
  }

  @Test
  void an_issuer_that_comes_late_is_waited_for_live_but_not_ready() throws Exception {
    int port = FreePort.any();
    try (PackagedService service = start("http://127.0.0.1:" + port)) {
      service.awaitStatus("/q/health/live", 200);
      String early;
      try (EmbeddedIssuer elsewhere = EmbeddedIssuer.start(FreePort.any())) {
        early = elsewhere.token(AUDIENCE, "verdicts.read");
      }

      assertThat(issuer(service)).contains("DOWN");
      assertThat(service.ask("GET", DETECTORS, early).body())
          .contains("/problems/issuer-unavailable");

      try (EmbeddedIssuer issuer = EmbeddedIssuer.start(port)) {
        while (!issuer(service).contains("UP")) {
          Thread.sleep(50);
        }
        assertThat(service.ask("GET", DETECTORS, issuer.token(AUDIENCE, "verdicts.read")).status())
            .isEqualTo(200);
      }
      assertThat(issuer(service)).contains("UP");
      assertThat(service.log()).doesNotContain("\tat ");
    }
  }

  private static String issuer(PackagedService service) throws Exception {
    String checks = service.ask("GET", "/q/health/ready", null).body().replaceAll("\\s", "");
    return checks.replaceFirst(".*\"name\":\"issuer\",\"status\":\"([A-Z]+)\".*", "$1");
  }

  private PackagedService start(String issuer) throws Exception {
    Map<String, String> settings = new HashMap<>(EmbeddedIssuer.settings(issuer, AUDIENCE));
    settings.put("kafka.bootstrap.servers", "127.0.0.1:" + FreePort.any());
    return PackagedService.start(directory.resolve("log.txt"), settings);
  }
}
