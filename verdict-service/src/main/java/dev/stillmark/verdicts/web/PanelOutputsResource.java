package dev.stillmark.verdicts.web;

import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.service.Problem;
import dev.stillmark.service.ProblemException;
import dev.stillmark.verdicts.store.PanelOutputStore;
import dev.stillmark.verdicts.store.PanelRow;
import dev.stillmark.verdicts.store.ReferenceOutcome;
import dev.stillmark.verdicts.store.ReferenceOutput;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the models of a reference panel answered, stored once per model and prompt. */
@Path("/v1/panels/{panel}/outputs")
@Blocking
@Produces(PanelOutputsResource.NDJSON)
class PanelOutputsResource {

  static final String NDJSON = "application/x-ndjson";
  private static final int LISTED_ERRORS = 100;

  private final Panels panels;
  private final PanelOutputStore outputs;

  PanelOutputsResource(Panels panels, PanelOutputStore outputs) {
    this.panels = panels;
    this.outputs = outputs;
  }

  @POST
  @Consumes(NDJSON)
  @Operation(
      operationId = "addReferenceOutputs",
      summary = "Stores outputs of a reference panel's models, one JSON object a line",
      description =
          "Every line is answered on its own, in order: accepted, duplicate (the same output is"
              + " there) or rejected. The answer is sent once all that it calls accepted is stored;"
              + " a request can be repeated safely.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = NDJSON,
              schema = @Schema(implementation = ReferenceLines.Body.class)))
  @APIResponse(
      responseCode = "200",
      description = "One result per line that is not blank, then the summary",
      content =
          @Content(
              mediaType = NDJSON,
              schema = @Schema(implementation = ReferenceAnswer.Line.class)))
  @APIResponse(
      responseCode = "400",
      description = "No line was readable",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public byte[] take(@PathParam("panel") String version, byte[] body) {
    PanelRow panel = panels.find(version);
    Set<String> models =
        Panels.read(panel).models().stream().map(PanelModel::name).collect(Collectors.toSet());
    List<ReferenceLines.Line> lines = new ReferenceLines(models).read(body);
    requireReadable(lines);
    return answer(lines, outputs.take(panel.version, whole(lines)).iterator());
  }

  private static void requireReadable(List<ReferenceLines.Line> lines) {
    if (lines.isEmpty()) {
      throw new ProblemException(
          Problem.of(400, "empty-body", "Empty body", "The body holds no line."));
    }
    List<ReferenceLines.Refused> unreadable =
        lines.stream()
            .filter(ReferenceLines.Refused.class::isInstance)
            .map(ReferenceLines.Refused.class::cast)
            .filter(line -> !line.readable())
            .toList();
    if (unreadable.size() == lines.size()) {
      throw new ProblemException(
          Problem.of(
                  400,
                  "no-readable-line",
                  "No readable line",
                  "None of the %d lines is a JSON object.".formatted(lines.size()))
              .withErrors(unreadable.stream().limit(LISTED_ERRORS).map(line -> at(line)).toList()));
    }
  }

  private static Problem.FieldError at(ReferenceLines.Refused line) {
    Problem.FieldError error = line.error();
    return new Problem.FieldError(line.number(), error.field(), error.rule(), error.message());
  }

  private static List<ReferenceOutput> whole(List<ReferenceLines.Line> lines) {
    return lines.stream()
        .filter(ReferenceLines.Whole.class::isInstance)
        .map(line -> ((ReferenceLines.Whole) line).output())
        .toList();
  }

  private static byte[] answer(
      List<ReferenceLines.Line> lines, Iterator<ReferenceOutcome> outcomes) {
    ReferenceAnswer answer = new ReferenceAnswer();
    for (ReferenceLines.Line line : lines) {
      switch (line) {
        case ReferenceLines.Whole whole -> answer.add(whole.number(), outcomes.next());
        case ReferenceLines.Refused refused -> answer.reject(refused.number(), refused.error());
      }
    }
    return answer.close();
  }
}
