package dev.stillmark.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem detail (RFC 9457): what went wrong with a request, for machines and for people.
 *
 * @param type a stable name of the kind of problem, such as {@code
 *     https://stillmark.dev/problems/body-too-large}
 * @param status the HTTP status
 * @param detail rule and value in words; never text of an output
 * @param traceId finds the request in the service's log
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    List<FieldError> errors,
    @Nullable String traceId) {

  public static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPES = "https://stillmark.dev/problems/";

  /**
   * One broken rule.
   *
   * @param line the 1-based line of a streamed body, or null
   * @param field the field's path, or null where the rule is about the whole
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FieldError(
      @Nullable Integer line, @Nullable String field, String rule, String message) {}

  /** A problem of the kind {@code slug}, such as {@code body-too-large}. */
  public static Problem of(int status, String slug, String title, String detail) {
    return new Problem(TYPES + slug, title, status, detail, List.of(), null);
  }

  public Problem withErrors(List<FieldError> broken) {
    return new Problem(type, title, status, detail, List.copyOf(broken), traceId);
  }

  public Problem withTraceId(String id) {
    return new Problem(type, title, status, detail, errors, id);
  }
}
