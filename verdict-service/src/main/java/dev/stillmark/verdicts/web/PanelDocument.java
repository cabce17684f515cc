package dev.stillmark.verdicts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.TeacherGroup;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reference panel as a client writes it, and as it is kept. */
@Schema(
    name = "PanelDocument",
    requiredProperties = {"date", "teachers", "models"},
    additionalProperties = Schema.False.class)
record PanelDocument(
    @Schema(description = "As of which the exposures are known, ISO 8601") @Nullable String date,
    @Nullable List<@Nullable Teacher> teachers,
    @Nullable List<@Nullable Model> models) {

  /** A teacher and the models that stand for it. */
  @Schema(
      name = "PanelTeacher",
      requiredProperties = {"teacher", "vendor", "firstAvailable", "references"},
      additionalProperties = Schema.False.class)
  record Teacher(
      @Nullable String teacher,
      @Nullable String vendor,
      @Schema(description = "Year and month, such as 2023-03") @Nullable String firstAvailable,
      @Schema(description = "Names of models of this panel")
          @Nullable List<@Nullable String> references) {}

  /** A model and what is known of it. */
  @Schema(
      name = "PanelModel",
      requiredProperties = {"model", "family", "provenance"},
      additionalProperties = Schema.False.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Model(
      @Nullable String model,
      @Nullable String family,
      @Schema(description = "No later than which it was there, ISO 8601")
          @Nullable String firstSeen,
      @Schema(
              enumeration = {
                "documented",
                "widely-reported",
                "vendor-own",
                "data-anomaly",
                "unknown"
              })
          @Nullable String provenance,
      @Schema(description = "The model whose weights were continued") @Nullable String derivedFrom,
      @Schema(
              description =
                  "By teacher: taught, taught-in-part, not-taught, vendor-clean or unknown; a"
                      + " teacher that is missing is unknown")
          @Nullable Map<String, @Nullable String> exposures) {}

  static PanelDocument of(ReferencePanel panel) {
    return new PanelDocument(
        panel.date().toString(),
        panel.teachers().stream().<@Nullable Teacher>map(PanelDocument::teacher).toList(),
        panel.models().stream().<@Nullable Model>map(PanelDocument::model).toList());
  }

  private static Teacher teacher(TeacherGroup teacher) {
    return new Teacher(
        teacher.name(),
        teacher.vendor(),
        teacher.firstAvailable().toString(),
        List.copyOf(teacher.references()));
  }

  private static Model model(PanelModel model) {
    Map<String, @Nullable String> exposures = new TreeMap<>();
    model.exposures().forEach((teacher, exposure) -> exposures.put(teacher, Word.of(exposure)));
    return new Model(
        model.name(),
        model.family(),
        model.firstSeen().map(Object::toString).orElse(null),
        Word.of(model.provenance()),
        model.derivedFrom().orElse(null),
        exposures);
  }
}
