package dev.stillmark.verdicts.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stillmark.detection.Sha256;
import dev.stillmark.verdicts.lineage.LineageElement;
import dev.stillmark.verdicts.lineage.LineageGraph;
import dev.stillmark.verdicts.lineage.LineageNode;
import dev.stillmark.verdicts.store.PanelRow;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Lineage as a graph: which teacher taught which model, and which model comes from which. */
@Path("/v1/lineage")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class LineageResource {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Panels panels;

  LineageResource(Panels panels) {
    this.panels = panels;
  }

  @GET
  @Operation(
      operationId = "getLineage",
      summary = "Shows what a reference panel says of where its models come from",
      description =
          "Nodes come before edges, and a cursor leads through both: the union of the pages is the"
              + " graph. With a model, that model, its edges, and the nodes at their other ends.")
  @APIResponse(
      responseCode = "200",
      description = "The graph, or its first limit elements after the cursor",
      content = @Content(schema = @Schema(implementation = LineageView.class)))
  @APIResponse(responseCode = "304", description = "It is what If-None-Match names")
  public Response get(
      @QueryParam("panel") @Nullable String version,
      @QueryParam("model") @Nullable String model,
      @QueryParam("limit") @DefaultValue("1000") int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context Request request) {
    if (version == null) {
      throw Problems.parameter("panel", "must be the version of a reference panel");
    }
    int shown = Page.limit(limit);
    String after = Page.after(cursor);
    PanelRow panel = panels.find(version);
    LineageGraph graph = graph(panel, model);
    Page<LineageElement> page =
        Page.of(graph.elements(after, shown + 1), shown, LineageElement::key, each -> each);
    return answer(write(LineageView.of(panel, graph, page)), request);
  }

  private static LineageGraph graph(PanelRow panel, @Nullable String model) {
    LineageGraph whole = LineageGraph.of(Panels.read(panel));
    return model == null
        ? whole
        : whole
            .around(LineageNode.Model.id(model))
            .orElseThrow(() -> Problems.notFound("model in this panel"));
  }

  private static Response answer(String body, Request request) {
    EntityTag tag = new EntityTag(Sha256.hex(body.getBytes(StandardCharsets.UTF_8)));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return unchanged != null
        ? unchanged.build()
        : Response.ok(body, MediaType.APPLICATION_JSON_TYPE).tag(tag).build();
  }

  private static String write(LineageView view) {
    try {
      return MAPPER.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a lineage can always be written", e);
    }
  }
}
