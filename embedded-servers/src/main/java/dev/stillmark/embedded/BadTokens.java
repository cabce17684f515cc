package dev.stillmark.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that hold all that is asked for and must not be believed, each with what is wrong. */
public final class BadTokens {

  private BadTokens() {}

  /** One of each kind, by what is wrong with it. */
  public static Map<String, String> of(EmbeddedIssuer issuer, String audience, String scope) {
    Instant later = Instant.now().plusSeconds(3_600);
    String good = EmbeddedIssuer.claims(issuer.url(), audience, scope, later);
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put(
        "expired",
        EmbeddedIssuer.sign(
            EmbeddedIssuer.claims(issuer.url(), audience, scope, Instant.now().minusSeconds(600))));
    bad.put("without expiry", EmbeddedIssuer.sign(good.replaceAll(",\"exp\":[0-9]+", "")));
    bad.put(
        "not valid yet",
        EmbeddedIssuer.sign(good.replace("\"iat\"", "\"nbf\":9999999999,\"iat\"")));
    bad.put(
        "of another issuer",
        EmbeddedIssuer.sign(
            EmbeddedIssuer.claims("https://issuer.invalid", audience, scope, later)));
    bad.put("without issuer", EmbeddedIssuer.sign(good.replaceFirst("\"iss\":\"[^\"]*\",", "")));
    bad.put("for another service", issuer.token("another", scope));
    bad.put("for nobody", EmbeddedIssuer.sign(good.replaceFirst("\"aud\":\"[^\"]*\",", "")));
    bad.put("signed with another key", EmbeddedIssuer.signWithAnotherKey(good));
    bad.put("unsigned", unsigned(good));
    bad.put("signed with the public key as a secret", signedWithPublicKey(good));
    bad.put("altered", altered(issuer.token(audience, "none"), good));
    bad.put("no token", "hello");
    bad.put("empty", "");
    return bad;
  }

  private static String unsigned(String claims) {
    return EmbeddedIssuer.encode("{\"alg\":\"none\",\"typ\":\"JWT\"}")
        + "."
        + EmbeddedIssuer.encode(claims)
        + ".";
  }

  private static String altered(String token, String claims) {
    return token.substring(0, token.indexOf('.') + 1)
        + EmbeddedIssuer.encode(claims)
        + token.substring(token.lastIndexOf('.'));
  }

  private static String signedWithPublicKey(String claims) {
    String signed =
        EmbeddedIssuer.encode("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"embedded\"}")
            + "."
            + EmbeddedIssuer.encode(claims);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(EmbeddedIssuer.publicKey().getEncoded(), "HmacSHA256"));
      byte[] signature = mac.doFinal(signed.getBytes(UTF_8));
      return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK knows HMAC", e);
    }
  }
}
