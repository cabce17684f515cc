package dev.stillmark.verdicts.web;

import dev.stillmark.detection.attribution.measuring.CopiedAnswers;
import dev.stillmark.detection.attribution.measuring.CopiedAnswers.Pair;
import dev.stillmark.detection.attribution.measuring.PanelCopies;
import dev.stillmark.verdicts.store.PanelOutputStore;
import dev.stillmark.verdicts.store.PanelRow;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Which models of a reference panel gave each other's answers, as far as outputs are stored. */
@Path("/v1/panels/{panel}/copies")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class PanelCopiesResource {

  private final Panels panels;
  private final PanelOutputStore outputs;

  PanelCopiesResource(Panels panels, PanelOutputStore outputs) {
    this.panels = panels;
    this.outputs = outputs;
  }

  @GET
  @Operation(
      operationId = "getPanelCopies",
      summary = "Names the models of a panel that gave other families' answers word for word",
      description =
          "Answers of 60 tokens and more count. Beyond coincidence are 3 and 1 % of the prompts"
              + " that both answered. Of a teacher's reference and another model the other leaves;"
              + " of two others the one first seen later, or both where that cannot be told.")
  @APIResponse(
      responseCode = "200",
      description = "Who leaves the panel, and the pairs, or the first limit after the cursor",
      content = @Content(schema = @Schema(implementation = PanelCopiesView.class)))
  public PanelCopiesView get(
      @PathParam("panel") String version,
      @QueryParam("limit") @DefaultValue("1000") int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    int shown = Page.limit(limit);
    String after = Page.after(cursor);
    PanelRow panel = panels.find(version);
    PanelCopies found =
        PanelCopies.in(
            Panels.read(panel), CopiedAnswers.among(outputs.answersWithCopies(panel.version)));
    List<Pair> rest =
        found.pairs().stream()
            .filter(pair -> key(pair).compareTo(after) > 0)
            .sorted(Comparator.comparing(PanelCopiesResource::key))
            .toList();
    return PanelCopiesView.of(
        panel, found, Page.of(rest, shown, PanelCopiesResource::key, pair -> pair));
  }

  /** Names hold no control characters, so that no two pairs have one key. */
  private static String key(Pair pair) {
    return pair.model() + '\n' + pair.other();
  }
}
