package dev.stillmark.verdicts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stillmark.detection.attribution.measuring.CopiedAnswers.Pair;
import dev.stillmark.detection.attribution.measuring.PanelCopies;
import dev.stillmark.verdicts.store.PanelRow;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A panel's models that gave the same long answers as models of other families. */
@Schema(name = "PanelCopies")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PanelCopiesView(
    String panel,
    String digest,
    @Schema(description = "The models that no suspect may be ranked against, by name")
        List<String> leaving,
    @Schema(description = "Pairs beyond coincidence, by name") List<Copies> items,
    @Schema(nullable = true, description = "Absent on the last page") @Nullable String nextCursor) {

  /** Two models and the answers that they share. */
  @Schema(name = "CopiedAnswers")
  record Copies(
      String model,
      String other,
      @Schema(description = "To how many prompts both gave the same answer of 60 tokens or more")
          int prompts,
      int answeredByBoth,
      @Schema(description = "prompts / answeredByBoth") double share,
      @Schema(description = "Which of the two leave; none if both stand for a teacher")
          List<String> leaving,
      @Schema(description = "Whether both stand for a teacher, and not for the same one")
          boolean ofTwoTeachers) {

    private static Copies of(Pair pair, PanelCopies found) {
      return new Copies(
          pair.model(),
          pair.other(),
          pair.copies(),
          pair.answeredByBoth(),
          pair.share(),
          Stream.of(pair.model(), pair.other()).filter(found.leaving()::contains).toList(),
          found.betweenTeachers().contains(pair));
    }
  }

  static PanelCopiesView of(PanelRow panel, PanelCopies found, Page<Pair> page) {
    return new PanelCopiesView(
        panel.version,
        panel.digest,
        List.copyOf(found.leaving()),
        page.items().stream().map(pair -> Copies.of(pair, found)).toList(),
        page.nextCursor());
  }
}
