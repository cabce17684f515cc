package dev.stillmark.service;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failed request into problem details; a bug shows its trace id and nothing else. */
final class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response problem(ProblemException failure, HttpHeaders headers) {
    Problem problem = failure.problem().withTraceId(traceId(headers));
    return respond(Response.status(problem.status()), problem);
  }

  /** Redirects stay as they are; refusals keep their headers, such as Allow. */
  @ServerExceptionMapper
  Response framework(WebApplicationException failure, HttpHeaders headers) {
    Response response = failure.getResponse();
    int status = response.getStatus();
    if (status < 400) {
      return response;
    }
    String reason = response.getStatusInfo().getReasonPhrase();
    Problem problem = Problem.of(status, "http-" + status, reason, reason);
    return respond(Response.fromResponse(response), problem.withTraceId(traceId(headers)));
  }

  /** A bug: the class of the failure goes to the log, its message might hold suspect text. */
  @ServerExceptionMapper
  Response bug(RuntimeException failure, HttpHeaders headers) {
    String traceId = traceId(headers);
    StackTraceElement[] trace = failure.getStackTrace();
    LOG.errorf(
        "Request failed: traceId=%s failure=%s at=%s",
        traceId, failure.getClass().getName(), trace.length == 0 ? "unknown" : trace[0]);
    Problem problem =
        Problem.of(
            500,
            "internal",
            "Internal error",
            "The request failed; the trace id finds it in the log.");
    return respond(Response.status(500), problem.withTraceId(traceId));
  }

  private static Response respond(Response.ResponseBuilder response, Problem problem) {
    LOG.infof(
        "Request refused: traceId=%s status=%d problem=%s",
        problem.traceId(), problem.status(), problem.type());
    return response.type(Problem.MEDIA_TYPE).entity(problem).build();
  }

  private static String traceId(HttpHeaders headers) {
    return TraceIds.of(headers.getHeaderString("traceparent"));
  }
}
