package dev.stillmark.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessSettingsTest {

  private static final String ISSUER = "https://issuer.example/realms/one";

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.9.8.7", "::1", "localhost"})
  void loopback_listens_on_this_machine_only(String host) {
    assertThat(settings("loopback", host, null).broken()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "10.1.2.3", "no-such-host.invalid", "", " "})
  void loopback_refuses_every_other_address(String host) {
    assertThat(settings("loopback", host, null).broken().orElseThrow())
        .startsWith("quarkus.http.host must be a loopback address")
        .contains("but is " + host);
  }

  @Test
  void open_listens_anywhere() {
    assertThat(settings("open", "0.0.0.0", null).broken()).isEmpty();
  }

  @Test
  void tokens_are_asked_for_with_an_issuer_and_an_audience() {
    AccessSettings settings = settings("oidc", "0.0.0.0", ISSUER, "stillmark");

    assertThat(settings.broken()).isEmpty();
    assertThat(settings.asksForTokens()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "oidc, , stillmark, quarkus.oidc.auth-server-url must be set",
    "oidc, ' ', stillmark, quarkus.oidc.auth-server-url must be set",
    "oidc, issuer.example, stillmark, quarkus.oidc.auth-server-url must be an http or https URL",
    "oidc, ftp://a.example, stillmark, quarkus.oidc.auth-server-url must be an http or https URL",
    "oidc, 'https://a b', stillmark, quarkus.oidc.auth-server-url must be an http or https URL",
    "oidc, https://a.example, ' ', quarkus.oidc.token.audience must be set",
    "oidc, https://a.example, any, quarkus.oidc.token.audience must not be any",
    "oidc, https://a.example, ANY, quarkus.oidc.token.audience must not be any",
    "open, https://a.example, stillmark, quarkus.oidc.auth-server-url must not be set",
    "loopback, https://a.example, stillmark, quarkus.oidc.auth-server-url must not be set",
    "OIDC, https://a.example, stillmark, 'stillmark.access.mode must be loopback, open or oidc'",
    "'', https://a.example, stillmark, 'stillmark.access.mode must be loopback, open or oidc'",
  })
  void a_broken_rule_is_named_and_no_token_is_believed(
      String mode, @Nullable String issuer, String audience, String rule) {
    AccessSettings settings = settings(mode, "127.0.0.1", issuer, audience);

    assertThat(settings.broken().orElseThrow()).startsWith(rule).hasLineCount(1);
    assertThat(settings.asksForTokens()).isFalse();
  }

  @Test
  void a_url_that_may_hold_a_secret_is_not_repeated() {
    String url = "https://user:secret@issuer.example";

    assertThat(settings("open", "127.0.0.1", url).broken().orElseThrow()).doesNotContain("secret");
  }

  private static AccessSettings settings(
      String mode, String host, @Nullable String issuer, String... audience) {
    return new AccessSettings(mode, host, issuer, List.of(audience));
  }
}
