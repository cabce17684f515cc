package dev.stillmark.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.stillmark.service.Problem;
import dev.stillmark.service.ProblemException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Collects what became of each line until Kafka has acknowledged and it may be said. */
final class Answer {

  private static final ObjectWriter JSON = new ObjectMapper().writerFor(Object.class);

  private final int maxListedErrors;
  private final ByteArrayOutputStream results = new ByteArrayOutputStream();
  private final List<Problem.FieldError> errors = new ArrayList<>();
  private int lines;
  private int accepted;
  private int duplicate;
  private int rejected;
  private boolean readable;

  Answer(int maxListedErrors) {
    this.maxListedErrors = maxListedErrors;
  }

  int lines() {
    return lines;
  }

  void accept(int line, String outputId) {
    accepted++;
    readable = true;
    add(LineResult.accepted(line, outputId));
  }

  void duplicate(int line, String outputId) {
    duplicate++;
    add(LineResult.duplicate(line, outputId));
  }

  void reject(int line, LineRejection broken) {
    rejected++;
    readable |= broken.rule().readable();
    if (errors.size() < maxListedErrors) {
      errors.add(
          new Problem.FieldError(line, broken.field(), broken.rule().slug(), broken.message()));
    }
    add(LineResult.rejected(line, broken));
  }

  /** The answer as NDJSON, or the problem of a body without a readable line. */
  byte[] close(String requestId) {
    if (!readable) {
      throw new ProblemException(unreadable().withErrors(errors));
    }
    write(new Summary.Closing(new Summary(lines, accepted, duplicate, rejected, requestId)));
    return results.toByteArray();
  }

  private Problem unreadable() {
    return lines == 0
        ? Problem.of(400, "empty-body", "Empty body", "The body holds no line.")
        : Problem.of(
            400,
            "no-readable-line",
            "No readable line",
            "None of the %d lines is a JSON object in UTF-8 within the limits.".formatted(lines));
  }

  private void add(LineResult result) {
    lines++;
    write(result);
  }

  private void write(Object line) {
    try {
      results.writeBytes(JSON.writeValueAsBytes(line));
      results.write('\n');
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line result could not be written as JSON", e);
    }
  }
}
