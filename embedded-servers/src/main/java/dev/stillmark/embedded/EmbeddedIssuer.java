package dev.stillmark.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * One OIDC issuer in this process, on 127.0.0.1 only: its discovery document, its key and tokens.
 *
 * <p>Its key lives as long as the process, so that an issuer that comes back is the same one.
 */
public final class EmbeddedIssuer implements AutoCloseable {

  private static final KeyPair KEYS = newKeys();
  private static final String KEY_ID = "embedded";

  private final HttpServer server;

  private EmbeddedIssuer(HttpServer server) {
    this.server = server;
  }

  /** Starts an issuer on {@code port}. */
  public static EmbeddedIssuer start(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    EmbeddedIssuer issuer = new EmbeddedIssuer(server);
    issuer.serve("/.well-known/openid-configuration", issuer.discovery());
    issuer.serve("/keys", keySet());
    server.start();
    return issuer;
  }

  /** What its tokens name as their issuer. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * With these settings a service believes this issuer's tokens, if they are for {@code audience}.
   */
  public Map<String, String> settings(String audience) {
    return settings(url(), audience);
  }

  /** The same for an issuer that has not started yet. */
  public static Map<String, String> settings(String url, String audience) {
    return Map.of(
        "stillmark.access.mode",
        "oidc",
        "quarkus.oidc.auth-server-url",
        url,
        "quarkus.oidc.token.audience",
        audience);
  }

  /** A token of this issuer that is good for an hour. */
  public String token(String audience, String scope) {
    return sign(claims(url(), audience, scope, Instant.now().plusSeconds(3_600)));
  }

  /** The claims of a token as JSON. */
  public static String claims(String issuer, String audience, String scope, Instant expiry) {
    return """
    {"iss":"%s","aud":"%s","sub":"tester","scope":"%s","iat":%d,"exp":%d}\
    """
        .formatted(
            issuer,
            audience,
            scope,
            expiry.minusSeconds(7_200).getEpochSecond(),
            expiry.getEpochSecond());
  }

  /** A token with {@code claims}, signed with this issuer's key (RS256). */
  public static String sign(String claims) {
    return sign(claims, KEYS);
  }

  /** A token with {@code claims} that says it was signed with this issuer's key and was not. */
  public static String signWithAnotherKey(String claims) {
    return sign(claims, newKeys());
  }

  /** The key that anyone can know. */
  public static PublicKey publicKey() {
    return KEYS.getPublic();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static String sign(String claims, KeyPair keys) {
    String signed =
        "%s.%s"
            .formatted(
                encode("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(KEY_ID)),
                encode(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(signed.getBytes(UTF_8));
      return signed + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK signs with RSA", e);
    }
  }

  private String discovery() {
    return """
    {"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/none",
     "token_endpoint":"%1$s/none","response_types_supported":["code"],
     "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}\
    """
        .formatted(url());
  }

  private static String keySet() {
    RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
    return """
    {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}\
    """
        .formatted(
            KEY_ID,
            encode(key.getModulus().toByteArray()),
            encode(key.getPublicExponent().toByteArray()));
  }

  private void serve(String path, String json) {
    byte[] body = json.getBytes(UTF_8);
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK makes RSA keys", e);
    }
  }

  /** Base64url without padding. */
  public static String encode(String text) {
    return encode(text.getBytes(UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
