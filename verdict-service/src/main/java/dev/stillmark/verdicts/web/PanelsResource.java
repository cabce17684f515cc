package dev.stillmark.verdicts.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.service.Problem;
import dev.stillmark.service.ProblemException;
import dev.stillmark.verdicts.store.PanelRow;
import dev.stillmark.verdicts.store.PanelStore;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Reference panels: teachers and models with what is known of them; a version never changes. */
@Path("/v1/panels")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class PanelsResource {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final PanelStore store;
  private final Panels panels;
  private final Clock clock;

  PanelsResource(PanelStore store, Panels panels, Clock clock) {
    this.store = store;
    this.panels = panels;
    this.clock = clock;
  }

  @PUT
  @Path("/{panel}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putPanel",
      summary = "Stores a version of a reference panel, which never changes",
      description =
          "The same content again, in whatever order, is no change. The digest is a SHA-256 of"
              + " version and content, and the ETag.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = PanelDocument.class)))
  @APIResponse(
      responseCode = "201",
      description = "Stored",
      content = @Content(schema = @Schema(implementation = PanelView.Summary.class)))
  @APIResponse(
      responseCode = "200",
      description = "Was stored before with this content",
      content = @Content(schema = @Schema(implementation = PanelView.Summary.class)))
  @APIResponse(
      responseCode = "400",
      description = "The body breaks rules, each named with its field",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description = "The version has other content; both digests are named",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response put(@PathParam("panel") String version, byte[] body) {
    PanelRow asked = row(PanelReader.read(version, body));
    boolean created = store.insert(asked);
    PanelRow stored = created ? asked : panels.find(version);
    if (!stored.digest.equals(asked.digest)) {
      throw differs(stored, asked);
    }
    return Response.status(created ? 201 : 200)
        .tag(stored.digest)
        .entity(PanelView.Summary.of(stored))
        .build();
  }

  private PanelRow row(ReferencePanel panel) {
    try {
      String body = MAPPER.writeValueAsString(PanelDocument.of(panel));
      return new PanelRow(panel, body, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a panel can always be written", e);
    }
  }

  private static ProblemException differs(PanelRow stored, PanelRow asked) {
    return new ProblemException(
        Problem.of(
            409,
            "panel-differs",
            "Panel differs",
            ("A version of a panel never changes: it is stored with the digest %s, and the body has"
                    + " %s. Store it as another version.")
                .formatted(stored.digest, asked.digest)));
  }

  @GET
  public Page<PanelView.Summary> list(
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    int shown = Page.limit(limit);
    return Page.of(
        store.list(Page.after(cursor), shown + 1),
        shown,
        row -> row.version,
        PanelView.Summary::of);
  }

  @GET
  @Path("/{panel}")
  @APIResponse(
      responseCode = "200",
      description = "The panel",
      content = @Content(schema = @Schema(implementation = PanelView.class)))
  @APIResponse(responseCode = "304", description = "It has the digest of If-None-Match")
  public Response get(@PathParam("panel") String version, @Context Request request) {
    PanelRow row = panels.find(version);
    EntityTag tag = new EntityTag(row.digest);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return unchanged != null ? unchanged.build() : Response.ok(PanelView.of(row)).tag(tag).build();
  }
}
