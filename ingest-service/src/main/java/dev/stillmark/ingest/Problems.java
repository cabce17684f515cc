package dev.stillmark.ingest;

import dev.stillmark.service.Problem;
import dev.stillmark.service.ProblemException;
import java.util.List;

/** The problems that end a request as a whole. */
final class Problems {

  private static final String REPEAT =
      " Lines accepted before are stored; the request can be repeated safely, since outputs are"
          + " identified by content.";

  private Problems() {}

  static ProblemException bodyTooLarge(long maxBodyBytes) {
    return problem(
        413,
        "body-too-large",
        "Body too large",
        "A body may have at most " + maxBodyBytes + " bytes, decompressed." + REPEAT);
  }

  static ProblemException tooManyLines(int maxLines) {
    return problem(
        413,
        "too-many-lines",
        "Too many lines",
        "A body may have at most " + maxLines + " lines." + REPEAT);
  }

  static ProblemException gzipRatio(int maxGzipRatio) {
    return problem(
        413,
        "gzip-ratio",
        "Compressed too well",
        "A gzip body may expand at most " + maxGzipRatio + " times." + REPEAT);
  }

  static ProblemException invalidGzip() {
    return problem(
        400, "invalid-gzip", "Not gzip", "The body is not a whole gzip stream." + REPEAT);
  }

  static ProblemException bodyInterrupted() {
    return problem(
        400, "body-interrupted", "Body interrupted", "The body ended before its end." + REPEAT);
  }

  static ProblemException contentType() {
    return problem(
        415,
        "content-type",
        "Unsupported media type",
        "Content-Type must be " + OutputsResource.NDJSON + " in UTF-8.");
  }

  static ProblemException contentEncoding() {
    return problem(
        415,
        "content-encoding",
        "Unsupported content encoding",
        "Content-Encoding must be gzip or identity.");
  }

  static ProblemException suspect(LineRejection broken) {
    Problem problem =
        Problem.of(400, "invalid-suspect", "Invalid suspect", "suspect: " + broken.message());
    return new ProblemException(
        problem.withErrors(
            List.of(
                new Problem.FieldError(
                    null, broken.field(), broken.rule().slug(), broken.message()))));
  }

  static ProblemException kafkaUnavailable() {
    return problem(
        503,
        "kafka-unavailable",
        "Outputs could not be stored",
        "Kafka has not acknowledged every output." + REPEAT);
  }

  private static ProblemException problem(int status, String slug, String title, String detail) {
    return new ProblemException(Problem.of(status, slug, title, detail));
  }
}
