package dev.stillmark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.embedded.FreePort;
import dev.stillmark.embedded.PackagedService;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that someone must mend: one line that says what, and exit code 2. */
class RefusedStartIT {

  private static final String MODE = "stillmark.access.mode";

  @TempDir Path directory;

  @Test
  void other_machines_are_not_let_in_without_a_word_about_access() throws Exception {
    assertRefused(
        Map.of("quarkus.http.host", "0.0.0.0"),
        "quarkus.http.host must be a loopback address while stillmark.access.mode is loopback but"
            + " is 0.0.0.0");
  }

  @Test
  void tokens_are_not_asked_for_without_an_issuer() throws Exception {
    assertRefused(
        Map.of(MODE, "oidc", "quarkus.oidc.token.audience", "stillmark"),
        "quarkus.oidc.auth-server-url must be set while stillmark.access.mode is oidc");
  }

  @Test
  void tokens_for_any_service_would_not_do() throws Exception {
    assertRefused(
        Map.of(MODE, "oidc", "quarkus.oidc.auth-server-url", "http://127.0.0.1:1"),
        "quarkus.oidc.token.audience must be set while stillmark.access.mode is oidc");
  }

  @Test
  void an_issuer_that_nobody_asks_ends_the_start() throws Exception {
    assertRefused(
        Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:1"),
        "quarkus.oidc.auth-server-url must not be set while stillmark.access.mode is loopback");
  }

  @Test
  void a_mode_that_nobody_knows_ends_the_start() throws Exception {
    assertRefused(
        Map.of(MODE, "oicd"), "stillmark.access.mode must be loopback, open or oidc but is oicd");
  }

  @Test
  void open_access_is_said_aloud() throws Exception {
    Map<String, String> settings = Map.of(MODE, "open", "quarkus.http.host", "0.0.0.0");
    try (PackagedService service = start(settings)) {
      service.awaitStatus("/q/health/live", 200);

      assertThat(service.log())
          .containsPattern(
              "WARN .*Everyone who reaches this service may read and write: mode=open");
      assertThat(service.ask("POST", "/v1/suspects/s/outputs", null).status()).isEqualTo(415);
    }
  }

  private void assertRefused(Map<String, String> settings, String line) throws Exception {
    try (PackagedService service = start(settings)) {
      assertThat(service.awaitExit()).as(service.log()).isEqualTo(2);
      assertThat(service.log()).containsOnlyOnce(line).doesNotContain("\tat ");
    }
  }

  private PackagedService start(Map<String, String> settings) throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    all.put("kafka.bootstrap.servers", "127.0.0.1:" + FreePort.any());
    return PackagedService.start(directory.resolve("log.txt"), all);
  }
}
