package dev.stillmark.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.stillmark.detection.attribution.ranking.EvaluationTable;
import dev.stillmark.detection.attribution.ranking.GrowthPoint;
import dev.stillmark.detection.attribution.ranking.LevelRates;
import dev.stillmark.detection.attribution.ranking.LikelihoodRatioRates;
import dev.stillmark.detection.attribution.ranking.SameModelRates;
import dev.stillmark.detection.attribution.ranking.ScoreRow;
import dev.stillmark.detection.stats.ErrorRate;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Error rates of attribution as a JSON line for each row; what cannot be had is null. */
record EvaluationJson(PrintStream out) implements EvaluationReport {

  private static final double CONFIDENCE = 0.95;

  @Override
  public void print(EvaluationTable table) {
    for (ScoreRow row : table.scores()) {
      out.println(
          Json.line(json -> {
            json.writeStringField("table", "scores");
            json.writeNumberField("models", table.models());
            json.writeNumberField("families", table.families());
            score(json, row);
          }));
    }
    for (LevelRates rates : table.familyPanel()) {
      out.println(
          Json.line(json -> {
            json.writeStringField("table", "family-panel");
            rates(json, rates);
          }));
    }
    out.println(Json.line(json -> sameModel(json, table.sameModel())));
    table
        .likelihoodRatio()
        .ifPresent(rates -> out.println(Json.line(json -> likelihoodRatio(json, rates))));
  }

  @Override
  public void print(List<GrowthPoint> growth) {
    for (GrowthPoint point : growth) {
      for (ScoreRow row : List.of(point.fused(), point.promptFree())) {
        out.println(
            Json.line(json -> {
              json.writeStringField("table", "growth");
              json.writeNumberField("prompts", point.prompts());
              score(json, row);
            }));
      }
    }
  }

  private static void score(JsonGenerator json, ScoreRow row) throws IOException {
    json.writeStringField("score", row.score());
    number(json, "aucClean", row.aucClean());
    number(json, "aucKin", row.aucKin());
    rate(json, "top1", row.top1());
    rate(json, "top3", row.top3());
    rate(json, "vendor1", row.vendor1());
    json.writeArrayFieldStart("levels");
    for (LevelRates rates : row.levels()) {
      json.writeStartObject();
      rates(json, rates);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void rates(JsonGenerator json, LevelRates rates) throws IOException {
    json.writeNumberField("level", rates.level());
    rate(json, "clean", rates.clean());
    rate(json, "cleanOfTeacherFamilies", rates.cleanOfTeacherFamilies());
    rate(json, "cleanOfOthers", rates.cleanOfOthers());
    rate(json, "kin", rates.kin());
    rate(json, "taught", rates.taught());
  }

  private static void sameModel(JsonGenerator json, SameModelRates rates) throws IOException {
    json.writeStringField("table", "same-model");
    rate(json, "derivatives", rates.derivatives());
    rate(json, "clean", rates.clean());
  }

  private static void likelihoodRatio(JsonGenerator json, LikelihoodRatioRates rates)
      throws IOException {
    json.writeStringField("table", "likelihood-ratio");
    json.writeNumberField("cllr", rates.cost().cost());
    json.writeNumberField("leastCllr", rates.cost().least());
    numbers(json, "taughtLog10Lr", rates.taught());
    numbers(json, "cleanLog10Lr", rates.clean());
  }

  private static void numbers(JsonGenerator json, String name, List<Double> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (double value : values) {
      json.writeNumber(value);
    }
    json.writeEndArray();
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(name, value);
    } else {
      json.writeNullField(name);
    }
  }

  private static void rate(JsonGenerator json, String name, Optional<ErrorRate> rate)
      throws IOException {
    if (rate.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeNumberField("events", rate.get().events());
    json.writeNumberField("trials", rate.get().trials());
    json.writeNumberField("lower95", rate.get().lower(CONFIDENCE));
    json.writeNumberField("upper95", rate.get().upper(CONFIDENCE));
    json.writeEndObject();
  }
}
