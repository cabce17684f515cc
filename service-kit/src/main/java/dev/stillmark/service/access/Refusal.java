package dev.stillmark.service.access;

import dev.stillmark.service.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told that may not do what it asked for; never anything of its token.
 *
 * @param challenge the header WWW-Authenticate (RFC 6750), or null where no other token would help
 */
record Refusal(Problem problem, @Nullable String challenge) {

  static Refusal noToken(Scope needed) {
    return new Refusal(
        Problem.of(
            401,
            "unauthorized",
            "Token needed",
            "This request needs a bearer token with the scope %s.".formatted(needed.claim())),
        "Bearer");
  }

  static Refusal invalidToken(Scope needed) {
    return new Refusal(
        Problem.of(
            401,
            "invalid-token",
            "Token not valid",
            "The bearer token is not valid here; this request needs one with the scope %s."
                .formatted(needed.claim())),
        "Bearer error=\"invalid_token\"");
  }

  static Refusal missingScope(Scope needed) {
    return new Refusal(
        Problem.of(
            403,
            "insufficient-scope",
            "Scope missing",
            "This request needs a bearer token with the scope %s.".formatted(needed.claim())),
        "Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(needed.claim()));
  }

  static Refusal issuerUnavailable() {
    return new Refusal(
        Problem.of(
            503,
            "issuer-unavailable",
            "Tokens cannot be checked",
            "The issuer of tokens has not answered; the request can be repeated."),
        null);
  }
}
