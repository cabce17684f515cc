package dev.stillmark.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line.
 *
 * @param line 1-based number in the body, blank lines counted
 * @param outputId the output's identity, absent for a rejected line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineResult(int line, Status status, @Nullable String outputId, @Nullable Broken error) {

  /** What became of a line. */
  enum Status {
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("duplicate")
    DUPLICATE,
    @JsonProperty("rejected")
    REJECTED
  }

  /** The first rule that a line broke. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Broken(@Nullable String field, String rule, String message) {}

  static LineResult accepted(int line, String outputId) {
    return new LineResult(line, Status.ACCEPTED, outputId, null);
  }

  static LineResult duplicate(int line, String outputId) {
    return new LineResult(line, Status.DUPLICATE, outputId, null);
  }

  static LineResult rejected(int line, LineRejection broken) {
    Broken error = new Broken(broken.field(), broken.rule().slug(), broken.message());
    return new LineResult(line, Status.REJECTED, null, error);
  }
}
