package dev.stillmark.verdicts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stillmark.verdicts.store.QuarantineRow;
import dev.stillmark.verdicts.store.QuarantineStore;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records that could not be used; their bytes are shown one at a time. */
@Path("/v1/quarantine")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class QuarantineResource {

  private final QuarantineStore store;

  QuarantineResource(QuarantineStore store) {
    this.store = store;
  }

  /** A quarantined record as JSON. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      UUID id,
      Instant receivedAt,
      String topic,
      int partition,
      long offset,
      String rule,
      String message,
      @Nullable String suspect,
      @Nullable String collection,
      @Nullable String outputId,
      int payloadBytes,
      String payloadSha256,
      @Nullable String payload) {

    static View of(QuarantineRow row, @Nullable String payload) {
      return new View(
          row.id,
          row.receivedAt,
          row.topic,
          row.partition,
          row.offset,
          row.rule,
          row.message,
          row.suspect,
          row.collection,
          row.outputId,
          row.payloadBytes,
          row.payloadSha256,
          payload);
    }
  }

  @GET
  public Page<View> list(
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    int shown = Page.limit(limit);
    return Page.of(
        store.list(Page.afterId(cursor), shown + 1),
        shown,
        row -> row.id.toString(),
        row -> View.of(row, null));
  }

  @GET
  @Path("/{id}")
  public View get(String id) {
    QuarantineRow row =
        store
            .find(Problems.id(id, "quarantined record"))
            .orElseThrow(() -> Problems.notFound("quarantined record"));
    return View.of(row, Base64.getEncoder().encodeToString(row.payload));
  }
}
