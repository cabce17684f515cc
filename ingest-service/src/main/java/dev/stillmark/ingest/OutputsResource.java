package dev.stillmark.ingest;

import dev.stillmark.service.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/suspects/{suspect}/outputs}: outputs in, one JSON object a line. */
@Path("/v1/suspects")
public class OutputsResource {

  static final String NDJSON = "application/x-ndjson";

  private final Intake intake;
  private final IngestConfig config;

  OutputsResource(Intake intake, IngestConfig config) {
    this.intake = intake;
    this.config = config;
  }

  /** Answers once Kafka has acknowledged everything that the answer calls accepted. */
  @POST
  @Path("/{suspect}/outputs")
  @Operation(
      operationId = "captureOutputs",
      summary = "Takes in outputs of a suspect, one JSON object a line",
      description =
          "Every line is answered on its own, in order: accepted, duplicate (in this request) or"
              + " rejected. The answer is sent once Kafka has acknowledged everything accepted."
              + " Outputs are identified by content, so a request can be repeated safely.")
  @RequestBody(
      required = true,
      description = "One output a line; gzip as Content-Encoding is understood",
      content =
          @Content(mediaType = NDJSON, schema = @Schema(implementation = OpenApi.OutputLine.class)))
  @APIResponse(
      responseCode = "202",
      description = "One result per line that is not blank, then the summary",
      content =
          @Content(mediaType = NDJSON, schema = @Schema(implementation = OpenApi.AnswerLine.class)))
  @APIResponse(
      responseCode = "400",
      description = "No line was readable, the suspect is no name, or the body broke off",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "413",
      description = "The body, its number of lines or its gzip ratio is past a limit",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "415",
      description = "Not NDJSON in UTF-8, or neither gzip nor plain",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "503",
      description = "Kafka has not acknowledged; the request can be repeated safely",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @Consumes(MediaType.WILDCARD)
  @Produces(NDJSON)
  @RunOnVirtualThread
  public Response take(
      @PathParam("suspect") String suspect,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
      @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding,
      @HeaderParam("traceparent") @Nullable String traceparent,
      InputStream body) {
    requireNdjson(contentType);
    byte[] answer = intake.take(checkSuspect(suspect), decoded(body, contentEncoding), traceparent);
    return Response.accepted(answer).type(NDJSON).build();
  }

  /** A suspect without a name: paths are normalised, so that the empty segment is gone by now. */
  @POST
  @Path("/outputs")
  @Consumes(MediaType.WILDCARD)
  @Operation(hidden = true)
  public Response takeForNobody() {
    throw Problems.suspect(new LineRejection(Rule.BLANK, "suspect", "must not be blank"));
  }

  private static String checkSuspect(String suspect) {
    try {
      String text = Text.withoutReplacements("suspect", Text.wellFormed("suspect", suspect));
      return Text.name("suspect", text);
    } catch (LineRejection broken) {
      throw Problems.suspect(broken);
    }
  }

  private static void requireNdjson(@Nullable String contentType) {
    try {
      MediaType type = MediaType.valueOf(contentType);
      String charset = type.getParameters().getOrDefault("charset", "utf-8");
      if (type.isCompatible(MediaType.valueOf(NDJSON)) && charset.equalsIgnoreCase("utf-8")) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // Not a media type at all: refused like any other.
    }
    throw Problems.contentType();
  }

  private LimitedBody decoded(InputStream body, @Nullable String contentEncoding) {
    String encoding = contentEncoding == null ? "identity" : contentEncoding.trim();
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "identity", "" -> LimitedBody.plain(body, config);
      case "gzip", "x-gzip" -> gunzip(body);
      default -> throw Problems.contentEncoding();
    };
  }

  private LimitedBody gunzip(InputStream body) {
    try {
      return LimitedBody.gunzip(body, config);
    } catch (IOException e) {
      throw Problems.invalidGzip();
    }
  }
}
