package dev.stillmark.service.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The scopes of a token: its claims {@code scope} and {@code scp}, in words or as a list. */
final class TokenScopes {

  private TokenScopes() {}

  static boolean contain(SecurityIdentity identity, Scope scope) {
    return identity.getPrincipal() instanceof JsonWebToken token
        && Stream.of("scope", "scp")
            .flatMap(claim -> words(token.getClaim(claim)))
            .anyMatch(scope.claim()::equals);
  }

  private static Stream<String> words(@Nullable Object claim) {
    return switch (claim) {
      case String text -> Arrays.stream(text.split(" "));
      case JsonString text -> words(text.getString());
      case Collection<?> list -> list.stream().flatMap(TokenScopes::words);
      case null, default -> Stream.empty();
    };
  }
}
