package dev.stillmark.verdicts.web;

import dev.stillmark.verdicts.store.PanelRow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reference panel as it is shown: which version of what content, then the content. */
@Schema(name = "Panel")
record PanelView(
    String panel,
    @Schema(description = "SHA-256 of version and content, whatever the order; the ETag, too")
        String digest,
    @Nullable String date,
    @Nullable List<PanelDocument.@Nullable Teacher> teachers,
    @Nullable List<PanelDocument.@Nullable Model> models) {

  /** A panel in a list. */
  @Schema(name = "PanelSummary")
  record Summary(String panel, String digest, String date, int teachers, int models, int families) {

    static Summary of(PanelRow row) {
      return new Summary(row.version, row.digest, row.date, row.teachers, row.models, row.families);
    }
  }

  static PanelView of(PanelRow row) {
    PanelDocument document =
        JsonBody.read(row.body.getBytes(StandardCharsets.UTF_8), PanelDocument.class);
    return new PanelView(
        row.version, row.digest, document.date(), document.teachers(), document.models());
  }
}
