package dev.stillmark.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.TeacherGroup;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A reference panel as one JSON object: what the verdict service takes a panel as. */
final class PanelJson {

  private PanelJson() {}

  static String line(ReferencePanel panel) {
    return Json.line(json -> {
      json.writeStringField("date", panel.date().toString());
      json.writeArrayFieldStart("teachers");
      for (TeacherGroup teacher : panel.teachers()) {
        teacher(json, teacher);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("models");
      for (PanelModel model : panel.models()) {
        model(json, model);
      }
      json.writeEndArray();
    });
  }

  private static void teacher(JsonGenerator json, TeacherGroup teacher) throws IOException {
    json.writeStartObject();
    json.writeStringField("teacher", teacher.name());
    json.writeStringField("vendor", teacher.vendor());
    json.writeStringField("firstAvailable", teacher.firstAvailable().toString());
    json.writeArrayFieldStart("references");
    for (String reference : teacher.references()) {
      json.writeString(reference);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void model(JsonGenerator json, PanelModel model) throws IOException {
    json.writeStartObject();
    json.writeStringField("model", model.name());
    json.writeStringField("family", model.family());
    if (model.firstSeen().isPresent()) {
      json.writeStringField("firstSeen", model.firstSeen().get().toString());
    }
    json.writeStringField("provenance", word(model.provenance()));
    if (model.derivedFrom().isPresent()) {
      json.writeStringField("derivedFrom", model.derivedFrom().get());
    }
    json.writeObjectFieldStart("exposures");
    for (Map.Entry<String, Exposure> exposure : new TreeMap<>(model.exposures()).entrySet()) {
      json.writeStringField(exposure.getKey(), word(exposure.getValue()));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
