package dev.stillmark.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.stillmark.detection.attribution.Attribution;
import dev.stillmark.detection.attribution.BehaviourSignal;
import dev.stillmark.detection.attribution.SameModel;
import dev.stillmark.detection.attribution.measuring.VendorMention;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the panel says of a suspect and a teacher as one JSON object; a figure that cannot be had is
 * null.
 *
 * @param panelDigest of the panel and its models' answers
 */
record AttributionJson(String panelDigest) {

  private static final Map<BehaviourSignal, String> SIGNAL_NAMES = signalNames();

  /** A line for each teacher. */
  List<String> lines(AttributedSuspect suspect) {
    return suspect.attributions().stream().map(one -> line(suspect, one)).toList();
  }

  private String line(AttributedSuspect suspect, Attribution found) {
    return Json.line(json -> {
      names(json, found);
      json.writeObjectFieldStart("signals");
      for (BehaviourSignal signal : BehaviourSignal.values()) {
        number(json, name(signal), found.signals().get(signal));
      }
      json.writeEndObject();
      figures(json, found);
      sameModels(json, found);
      vendorsNamed(json, suspect);
      SharedTextJson.write(json, suspect, found.teacher());
      growth(json, suspect, found.teacher());
      json.writeNumberField("prompts", suspect.prompts());
      json.writeStringField("panelDigest", panelDigest);
    });
  }

  /** The same for people: nothing inside a row, and what all rows share is said once elsewhere. */
  static List<String> rows(AttributedSuspect suspect) {
    return suspect.attributions().stream()
        .map(found ->
            Json.line(json -> {
              names(json, found);
              figures(json, found);
              SharedTextJson.writeWords(json, suspect, found.teacher());
            }))
        .toList();
  }

  private static void names(JsonGenerator json, Attribution found) throws IOException {
    json.writeStringField("suspect", found.suspect());
    json.writeStringField("teacher", found.teacher());
  }

  private static void figures(JsonGenerator json, Attribution found) throws IOException {
    number(json, "fusedZ", found.fusedZ());
    number(json, "pooledP", found.pooledP());
    number(json, "familyPanelP", found.familyPanelP());
    json.writeNumberField("panelFamilies", found.panelFamilies());
    json.writeNumberField("panelModels", found.panelModels());
    json.writeNumberField("smallestP", found.smallestP());
    number(json, "log10Lr", found.log10Lr());
    number(json, "promptFreeZ", found.promptFreeZ());
    number(json, "promptFreeP", found.promptFreeP());
    number(json, "anyTeacherP", found.anyTeacherP());
    number(json, "versionRank", found.versionRank());
    json.writeStringField("claim", found.claim().label());
    Optional<String> reason = found.reason();
    if (reason.isPresent()) {
      json.writeStringField("reason", reason.get());
    }
  }

  private static void sameModels(JsonGenerator json, Attribution found) throws IOException {
    json.writeArrayFieldStart("sameModelAs");
    for (SameModel same : found.sameModels()) {
      json.writeStartObject();
      json.writeStringField("model", same.model());
      json.writeNumberField("likeness", same.likeness());
      json.writeNumberField("threshold", same.threshold());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void vendorsNamed(JsonGenerator json, AttributedSuspect suspect)
      throws IOException {
    json.writeObjectFieldStart("vendorsNamed");
    for (VendorMention mention : suspect.vendorsNamed()) {
      json.writeNumberField(mention.vendor(), mention.answers());
    }
    json.writeEndObject();
  }

  private static void growth(JsonGenerator json, AttributedSuspect suspect, String teacher)
      throws IOException {
    if (suspect.growth().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("growth");
    for (AttributedSuspect.Step step : suspect.growth()) {
      json.writeStartObject();
      json.writeNumberField("prompts", step.prompts());
      for (Attribution found : step.attributions()) {
        if (found.teacher().equals(teacher)) {
          number(json, "fusedZ", found.fusedZ());
          number(json, "pooledP", found.pooledP());
          number(json, "promptFreeZ", found.promptFreeZ());
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void number(JsonGenerator json, String name, @Nullable Double value)
      throws IOException {
    number(json, name, value == null ? OptionalDouble.empty() : OptionalDouble.of(value));
  }

  private static void number(JsonGenerator json, String name, OptionalDouble value)
      throws IOException {
    if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
      json.writeNumberField(name, value.getAsDouble());
    } else {
      json.writeNullField(name);
    }
  }

  private static void number(JsonGenerator json, String name, OptionalInt value)
      throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.getAsInt());
    } else {
      json.writeNullField(name);
    }
  }

  private static String name(BehaviourSignal signal) {
    return String.valueOf(SIGNAL_NAMES.get(signal));
  }

  private static Map<BehaviourSignal, String> signalNames() {
    Map<BehaviourSignal, String> names = new EnumMap<>(BehaviourSignal.class);
    for (BehaviourSignal signal : BehaviourSignal.values()) {
      names.put(signal, camelCase(signal.name()));
    }
    return names;
  }

  private static String camelCase(String constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
      name.append(
          name.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return name.toString();
  }
}
