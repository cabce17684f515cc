package dev.stillmark.service.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stillmark.service.Problem;
import dev.stillmark.service.TraceIds;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Lets a request pass whose token has the scope that the service's {@link AccessTable} names. */
@Singleton
final class AccessPolicy implements HttpSecurityPolicy {

  private static final Logger LOG = Logger.getLogger(AccessPolicy.class);

  private final boolean asksForTokens;
  private final AccessTable table;
  private final ObjectMapper json;

  AccessPolicy(AccessConfig config, AccessTable table, ObjectMapper json) {
    this.asksForTokens = AccessMode.OIDC.isSetBy(config.mode());
    this.table = table;
    this.json = json;
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request,
      Uni<SecurityIdentity> identity,
      AuthorizationRequestContext authorization) {
    if (!asksForTokens) {
      return CheckResult.permit();
    }
    Optional<Scope> needed =
        table.scopeOf(request.request().method().name(), request.normalizedPath());
    if (needed.isEmpty()) {
      return CheckResult.permit();
    }
    // Left there, it would answer a bad token itself, without a word.
    request.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
    return identity
        .onItemOrFailure()
        .transformToUni((who, failure) ->
            failure == null
                ? decide(request, who, needed.get())
                : refuse(request, failure, needed.get()));
  }

  private Uni<CheckResult> decide(RoutingContext request, SecurityIdentity who, Scope needed) {
    if (who.isAnonymous()) {
      return refuse(request, Refusal.noToken(needed));
    }
    return TokenScopes.contain(who, needed)
        ? CheckResult.permit()
        : refuse(request, Refusal.missingScope(needed));
  }

  private Uni<CheckResult> refuse(RoutingContext request, Throwable failure, Scope needed) {
    if (failure instanceof AuthenticationFailedException) {
      return refuse(request, Refusal.invalidToken(needed));
    }
    LOG.warnf("Tokens cannot be checked: reason=%s", failure.getClass().getSimpleName());
    return refuse(request, Refusal.issuerUnavailable());
  }

  /** Answers here; the check never ends, so that nothing behind it sees the request. */
  private Uni<CheckResult> refuse(RoutingContext request, Refusal refusal) {
    Problem problem =
        refusal.problem().withTraceId(TraceIds.of(request.request().getHeader("traceparent")));
    LOG.infof(
        "Request refused: traceId=%s status=%d problem=%s",
        problem.traceId(), problem.status(), problem.type());
    // A body that nobody reads would keep the answer from a client that sends it first.
    request.request().resume();
    HttpServerResponse response = request.response().setStatusCode(problem.status());
    response.putHeader("Content-Type", Problem.MEDIA_TYPE);
    if (refusal.challenge() != null) {
      response.putHeader("WWW-Authenticate", refusal.challenge());
    }
    response.end(text(problem));
    return Uni.createFrom().nothing();
  }

  private String text(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem can always be written", e);
    }
  }
}
