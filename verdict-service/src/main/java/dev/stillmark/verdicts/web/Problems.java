package dev.stillmark.verdicts.web;

import dev.stillmark.service.Problem;
import dev.stillmark.service.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The problems that more than one resource meets. */
final class Problems {

  private Problems() {}

  static ProblemException notFound(String what) {
    return new ProblemException(
        Problem.of(404, "not-found", "Not found", "There is no such " + what + "."));
  }

  static ProblemException invalid(List<Problem.FieldError> errors) {
    return invalid("The body breaks %d rules.".formatted(errors.size()), errors);
  }

  static ProblemException invalid(String detail, List<Problem.FieldError> errors) {
    return new ProblemException(
        Problem.of(400, "invalid-body", "Invalid body", detail).withErrors(errors));
  }

  static ProblemException parameter(String name, String rule) {
    return new ProblemException(
        Problem.of(400, "invalid-parameter", "Invalid parameter", name + " " + rule));
  }

  static Problem.FieldError broken(@Nullable String field, String rule, String message) {
    return new Problem.FieldError(null, field, rule, message);
  }

  /** A path parameter that must be an id. */
  static UUID id(String text, String what) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw notFound(what);
    }
  }
}
