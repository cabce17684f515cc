package dev.stillmark.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.stillmark.detection.probe.ErrorScore;
import dev.stillmark.detection.probe.Grade;
import dev.stillmark.detection.probe.OddsRatio;
import dev.stillmark.detection.probe.ProbeFinding;
import dev.stillmark.detection.probe.ProbeReason;
import dev.stillmark.detection.probe.ProbeSimulation;
import dev.stillmark.detection.probe.Respondent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The JSON lines of {@code probe}; what cannot be had is null. */
final class ProbeJson {

  private ProbeJson() {}

  /** One suspect. */
  static String line(ProbeFinding finding, int conflicts, String digest) {
    return Json.line(json -> {
      json.writeStringField("suspect", finding.suspect().model());
      json.writeStringField("teacher", finding.teacher());
      grades(json, finding.suspect(), conflicts);
      ScoreJson.number(json, "accuracy", finding.accuracy());
      errors(json, finding.errors());
      json.writeNumberField("families", finding.families());
      json.writeNumberField("models", finding.models());
      json.writeNumberField("smallestP", finding.smallestP());
      optional(json, "p", finding.p());
      reason(json, "reason", finding.reason());
      oddsRatio(json, finding.oddsRatio().orElse(null));
      optional(json, "ceilingP", finding.ceilingP());
      reason(json, "ceilingReason", finding.ceilingReason());
      json.writeStringField("probes", digest);
    });
  }

  private static void grades(JsonGenerator json, Respondent suspect, int conflicts)
      throws IOException {
    json.writeNumberField("questions", suspect.grades().size());
    json.writeNumberField("right", suspect.count(Grade.Right.class));
    json.writeNumberField("wrong", suspect.count(Grade.Wrong.class));
    json.writeNumberField("abstained", suspect.count(Grade.Abstained.class));
    json.writeNumberField("unreadable", suspect.count(Grade.Unreadable.class));
    json.writeNumberField("conflicts", conflicts);
  }

  private static void errors(JsonGenerator json, ErrorScore errors) throws IOException {
    json.writeNumberField("teacherErrors", errors.teacherErrors());
    json.writeNumberField("bothWrong", errors.bothWrong());
    json.writeNumberField("sharedErrors", errors.sharedErrors());
    json.writeNumberField("comparable", errors.comparable());
    json.writeNumberField("counted", errors.counted());
    json.writeNumberField("countedMatches", errors.countedMatches());
    json.writeNumberField("score", errors.score());
    json.writeNumberField("averageE", errors.averageE());
  }

  private static void oddsRatio(JsonGenerator json, @Nullable OddsRatio ratio) throws IOException {
    ScoreJson.number(json, "oddsRatio", ratio == null ? Double.NaN : ratio.value());
    ScoreJson.number(json, "oddsRatioLower", ratio == null ? Double.NaN : ratio.lower());
    ScoreJson.number(json, "oddsRatioUpper", ratio == null ? Double.NaN : ratio.upper());
  }

  private static void optional(JsonGenerator json, String name, OptionalDouble value)
      throws IOException {
    ScoreJson.number(json, name, value.orElse(Double.NaN));
  }

  private static void reason(JsonGenerator json, String name, Optional<ProbeReason> reason)
      throws IOException {
    json.writeStringField(name, reason.map(ProbeReason::label).orElse(null));
  }

  /** A line a row. */
  static List<String> lines(ProbeSimulation simulation) {
    return simulation.rows().stream().map(row -> line(simulation, row)).toList();
  }

  private static String line(ProbeSimulation simulation, ProbeSimulation.Row row) {
    return Json.line(json -> {
      json.writeStringField("suspect", row.kind().label());
      json.writeNumberField("inheritance", row.kind().inheritance());
      json.writeNumberField("questions", row.questions());
      json.writeNumberField("families", simulation.families());
      json.writeNumberField("trials", simulation.trials());
      json.writeNumberField("accuracy", row.accuracy());
      json.writeNumberField("bothWrong", row.bothWrong());
      json.writeNumberField("ranked", row.ranked().rate());
      json.writeNumberField("sharedErrorsRate", row.sharedErrors().rate());
      json.writeNumberField("ceilingRate", row.ceiling().rate());
    });
  }
}
