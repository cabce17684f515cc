package dev.stillmark.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProblemMappersTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  private final ProblemMappers mappers = new ProblemMappers();

  @Test
  void a_bug_shows_its_trace_id_and_nothing_of_its_message() throws Exception {
    RuntimeException bug = new IllegalStateException("a secret story", new Exception("its cause"));

    Response response = mappers.bug(bug, headers(TRACEPARENT));

    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getMediaType()).hasToString("application/problem+json");
    assertThat(json(response))
        .contains(TRACE, "/problems/internal")
        .doesNotContain("secret", "cause", "IllegalState");
  }

  @Test
  void a_problem_keeps_its_status_kind_and_words() throws Exception {
    Problem problem = Problem.of(413, "body-too-large", "Body too large", "At most 5 bytes.");

    Response response = mappers.problem(new ProblemException(problem), headers(TRACEPARENT));

    assertThat(response.getStatus()).isEqualTo(413);
    assertThat(json(response))
        .contains("/problems/body-too-large", "At most 5 bytes.", TRACE)
        .doesNotContain("errors");
  }

  @Test
  void a_trace_that_is_no_trace_is_replaced_and_never_shown() {
    Response response =
        mappers.bug(new IllegalStateException("x"), headers("00-<script>-00f067aa0ba902b7-01"));

    assertThat(problem(response).traceId()).matches("[0-9a-f]{32}");
  }

  @Test
  void requests_without_a_trace_get_different_ones() {
    String one = problem(mappers.bug(new IllegalStateException("x"), headers(null))).traceId();
    String other = problem(mappers.bug(new IllegalStateException("x"), headers(null))).traceId();

    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void a_refusal_of_the_framework_keeps_its_headers_and_loses_its_message() throws Exception {
    Response response =
        mappers.framework(
            new NotAllowedException("a secret", new String[] {"POST"}), headers(null));

    assertThat(response.getStatus()).isEqualTo(405);
    assertThat(response.getHeaderString("Allow")).contains("POST");
    assertThat(json(response)).contains("/problems/http-405").doesNotContain("secret");
  }

  @Test
  void a_redirect_stays_a_redirect() {
    RedirectionException redirect =
        new RedirectionException(Response.Status.SEE_OTHER, URI.create("/elsewhere"));

    Response response = mappers.framework(redirect, headers(null));

    assertThat(response.getStatus()).isEqualTo(303);
    assertThat(response.getEntity()).isNull();
  }

  private static Problem problem(Response response) {
    return (Problem) response.getEntity();
  }

  private static String json(Response response) throws Exception {
    return new ObjectMapper().writeValueAsString(response.getEntity());
  }

  /** Headers that hold a traceparent and are asked for nothing else. */
  private static HttpHeaders headers(@Nullable String traceparent) {
    return (HttpHeaders)
        Proxy.newProxyInstance(
            HttpHeaders.class.getClassLoader(),
            new Class<?>[] {HttpHeaders.class},
            (proxy, method, arguments) -> traceparent);
  }
}
