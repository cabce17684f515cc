package dev.stillmark.verdicts.web;

import dev.stillmark.service.Problem;
import dev.stillmark.service.Shown;
import dev.stillmark.verdicts.intake.Names;
import dev.stillmark.verdicts.store.ReferenceOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reads reference outputs, one JSON object a line, and says of each line which rule it broke. */
final class ReferenceLines {

  private final Set<String> models;

  ReferenceLines(Set<String> models) {
    this.models = models;
  }

  /** A line as a client writes it. */
  @Schema(
      name = "ReferenceOutputLine",
      requiredProperties = {"model", "promptId", "output"},
      additionalProperties = Schema.False.class)
  record Body(
      @Schema(description = "A model of the panel") @Nullable String model,
      @Nullable String promptId,
      @Schema(description = "What the promptId stands for, in the whole panel")
          @Nullable String prompt,
      @Nullable String output) {}

  /** One line that is not blank; numbers are 1-based and count blank lines too. */
  sealed interface Line {

    int number();
  }

  /** A line that keeps all rules. */
  record Whole(int number, ReferenceOutput output) implements Line {}

  /**
   * A line that does not.
   *
   * @param readable whether it is a JSON object all the same
   */
  record Refused(int number, Problem.FieldError error, boolean readable) implements Line {}

  List<Line> read(byte[] body) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (int start = 0; start < body.length; ) {
      int end = start;
      while (end < body.length && body[end] != '\n') {
        end++;
      }
      number++;
      byte[] line = Arrays.copyOfRange(body, start, end);
      if (!isBlank(line)) {
        lines.add(line(number, line));
      }
      start = end + 1;
    }
    return lines;
  }

  private static boolean isBlank(byte[] line) {
    for (byte each : line) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return true;
  }

  private Line line(int number, byte[] line) {
    try {
      Body body = JsonBody.parse(line, Body.class);
      Faults faults = new Faults();
      ReferenceOutput output = output(body, faults);
      return faults
          .first()
          .<Line>map(error -> new Refused(number, error, true))
          .orElseGet(() -> new Whole(number, output));
    } catch (JsonBody.Broken broken) {
      boolean readable = !broken.error().rule().equals("invalid-json");
      return new Refused(number, broken.error(), readable);
    }
  }

  private ReferenceOutput output(Body body, Faults faults) {
    String model = faults.name("model", body.model());
    if (!model.isEmpty() && !models.contains(model)) {
      faults.add(
          "model", "unknown-model", "%s is no model of this panel".formatted(Shown.name(model)));
    }
    String promptId = faults.name("promptId", body.promptId());
    String prompt = body.prompt();
    if (prompt != null) {
      text("prompt", prompt, faults);
    }
    return new ReferenceOutput(model, promptId, prompt, text("output", body.output(), faults));
  }

  private static String text(String field, @Nullable String text, Faults faults) {
    if (text == null || text.isBlank()) {
      faults.add(field, "blank", "must be present and not blank");
      return "";
    }
    if (!Names.isStorable(text)) {
      faults.add(field, "invalid-text", "must be well-formed text without U+0000");
    }
    return text;
  }
}
