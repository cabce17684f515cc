package dev.stillmark.verdicts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stillmark.service.Problem;
import dev.stillmark.verdicts.store.ReferenceOutcome;
import java.io.ByteArrayOutputStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of each line of reference outputs, as NDJSON, and how many ended how. */
final class ReferenceAnswer {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final ByteArrayOutputStream results = new ByteArrayOutputStream();
  private int stored;
  private int duplicate;
  private int rejected;

  /** A line of an answer: a result or, at its end, the summary. */
  @Schema(
      name = "ReferenceAnswerLine",
      oneOf = {Result.class, Closing.class})
  interface Line {}

  /** What became of one line. */
  @Schema(name = "ReferenceResult")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(
      int line,
      @Schema(description = "accepted, duplicate or rejected") String status,
      Problem.@Nullable FieldError error)
      implements Line {}

  /** How the lines ended. */
  @Schema(name = "ReferenceSummary")
  record Summary(int lines, int accepted, int duplicate, int rejected) {}

  /** The answer's last line as an object of its own. */
  @Schema(name = "ReferenceClosing")
  record Closing(Summary summary) implements Line {}

  void add(int line, ReferenceOutcome outcome) {
    switch (outcome) {
      case STORED -> {
        stored++;
        write(new Result(line, "accepted", null));
      }
      case DUPLICATE -> {
        duplicate++;
        write(new Result(line, "duplicate", null));
      }
      case OTHER_OUTPUT ->
          reject(
              line,
              Problems.broken(
                  "output",
                  "other-output",
                  "the panel has another output of this model to this prompt"));
      case OTHER_PROMPT ->
          reject(
              line,
              Problems.broken(
                  "prompt", "other-prompt", "the panel has another prompt of this promptId"));
    }
  }

  void reject(int line, Problem.FieldError error) {
    rejected++;
    write(new Result(line, "rejected", error));
  }

  byte[] close() {
    int lines = stored + duplicate + rejected;
    write(new Closing(new Summary(lines, stored, duplicate, rejected)));
    return results.toByteArray();
  }

  private void write(Line line) {
    try {
      results.writeBytes(MAPPER.writeValueAsBytes(line));
      results.write('\n');
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line's result can always be written", e);
    }
  }
}
