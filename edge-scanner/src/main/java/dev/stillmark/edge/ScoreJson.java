package dev.stillmark.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.radioactivity.Figures;
import dev.stillmark.detection.radioactivity.OpenModelScore;
import dev.stillmark.detection.radioactivity.PooledScore;
import dev.stillmark.detection.radioactivity.SequenceScore;
import dev.stillmark.detection.verdict.Finding;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.edge.ScoreRequest.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON lines of {@code score}; what is not finite is null. */
final class ScoreJson {

  private static final String POOLED = "pooled";

  private final NullLaw law;
  private final Unit unit;
  private final boolean isPublished;

  ScoreJson(WatermarkScheme scheme, Unit unit, boolean isPublished) {
    this.law = scheme.law();
    this.unit = unit;
    this.isPublished = isPublished;
  }

  private void note(JsonGenerator json, long outOfVocabulary) throws IOException {
    List<String> notes = new ArrayList<>();
    if (outOfVocabulary > 0) {
      notes.add(outOfVocabulary + " scored ids are outside the vocabulary");
    }
    if (isPublished) {
      notes.add("the key is public and proves nothing about its owner");
    }
    if (!notes.isEmpty()) {
      json.writeStringField("note", String.join("; ", notes));
    }
  }

  private boolean tellsUnitsApart() {
    return law instanceof NullLaw.Bits;
  }

  private Figures chosen(Figures bySeed, Figures byItem) {
    return unit == Unit.WINDOWS ? byItem : bySeed;
  }

  String sequence(String id, SequenceScore score) {
    return Json.line(json -> {
      json.writeStringField("id", id);
      figures(json, chosen(score.bySeed(), score.byItem()));
      units(json, score.bySeed(), score.byItem());
      note(json, score.outOfVocabulary());
      reference(json, score.reference());
    });
  }

  String sequence(String id, Figures bySeed, Figures byItem) {
    return Json.line(json -> {
      json.writeStringField("id", id);
      figures(json, chosen(bySeed, byItem));
      units(json, bySeed, byItem);
    });
  }

  String pooled(PooledScore score) {
    return Json.line(json -> {
      json.writeStringField("id", POOLED);
      figures(json, chosen(score.bySeed(), score.byItem()));
      units(json, score.bySeed(), score.byItem());
      json.writeFieldName("effect");
      FindingJson.effect(json, score.effect(Finding.EFFECT_CONFIDENCE));
      note(json, score.outOfVocabulary());
      json.writeArrayFieldStart("curve");
      List<Figures> points = unit == Unit.WINDOWS ? score.curveByItem() : score.curveBySeed();
      for (Figures point : points) {
        json.writeStartObject();
        json.writeNumberField("tokens", point.tokens());
        json.writeNumberField("scored", point.scored());
        number(json, "log10P", point.log10P());
        number(json, "log10E", point.log10E());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  String pooled(OpenModelScore score) {
    return sequence(POOLED, score.bySeed(), score.byItem());
  }

  static String refused(String id, String rule, String message) {
    return Json.line(json -> {
      json.writeStringField("id", id);
      json.writeObjectFieldStart("error");
      json.writeStringField("rule", rule);
      json.writeStringField("message", message);
      json.writeEndObject();
    });
  }

  private void figures(JsonGenerator json, Figures figures) throws IOException {
    json.writeNumberField("tokens", figures.tokens());
    json.writeNumberField("scored", figures.scored());
    if (law.counts()) {
      json.writeNumberField("statistic", (long) figures.statistic());
    } else {
      number(json, "statistic", figures.statistic());
    }
    number(json, "z", figures.z());
    number(json, "log10P", figures.log10P());
    number(json, "log10E", figures.log10E());
  }

  /** Both units of g-values, whichever the headline has. */
  private void units(JsonGenerator json, Figures bySeed, Figures byItem) throws IOException {
    if (tellsUnitsApart()) {
      json.writeStringField("dedup", unit == Unit.WINDOWS ? "windows" : "hash16");
      json.writeObjectFieldStart("hash16");
      figures(json, bySeed);
      json.writeEndObject();
      json.writeObjectFieldStart("windows");
      figures(json, byItem);
      json.writeEndObject();
    }
  }

  private static void reference(JsonGenerator json, ReferenceFigures reference) throws IOException {
    json.writeObjectFieldStart("reference");
    json.writeNumberField("n", reference.n());
    if (reference.greenTokens() != null) {
      json.writeNumberField("greenTokens", reference.greenTokens());
    }
    numberIfThere(json, "score", reference.score());
    numberIfThere(json, "z", reference.z());
    numberIfThere(json, "p", reference.p());
    if (reference.prediction() != null) {
      json.writeBooleanField("prediction", reference.prediction());
    }
    json.writeEndObject();
  }

  private static void numberIfThere(JsonGenerator json, String name, @Nullable Double value)
      throws IOException {
    if (value != null) {
      number(json, name, value);
    }
  }

  static void number(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(name, value);
    } else {
      json.writeNullField(name);
    }
  }
}
