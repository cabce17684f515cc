package dev.stillmark.ingest;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shapes of lines as the OpenAPI document shows them; nothing is read into these. */
final class OpenApi {

  private OpenApi() {}

  /** A line of a request. */
  @Schema(
      name = "OutputLine",
      requiredProperties = {"collection", "promptId", "prompt", "output"},
      additionalProperties = Schema.False.class)
  record OutputLine(
      @Schema(maxLength = 200) String collection,
      @Schema(maxLength = 200) String promptId,
      String prompt,
      @Schema(description = "Blank only where tokens are given") String output,
      @Schema(minimum = "0", defaultValue = "0", nullable = true) int sample,
      @Schema(nullable = true) Tokens tokens,
      @Schema(description = "RFC 3339", nullable = true) OffsetDateTime collectedAt,
      @Schema(nullable = true) String source,
      @Schema(description = "Sampling parameters: strings, numbers or booleans", nullable = true)
          Map<String, Object> sampling) {}

  /** Token ids as the collector had them. */
  @Schema(
      name = "Tokens",
      requiredProperties = {"tokenizer", "promptIds", "outputIds"},
      additionalProperties = Schema.False.class)
  record Tokens(
      @Schema(maxLength = 200) String tokenizer, List<Long> promptIds, List<Long> outputIds) {}

  /** A line of an answer: a result or, at its end, the summary. */
  @Schema(
      name = "AnswerLine",
      oneOf = {LineResult.class, Summary.Closing.class})
  interface AnswerLine {}
}
