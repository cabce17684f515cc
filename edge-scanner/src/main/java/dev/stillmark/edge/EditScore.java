package dev.stillmark.edge;

import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.edit.EditResult;
import dev.stillmark.files.EditSchemeFile.LoadedEditScheme;
import dev.stillmark.files.TokenLine;

/** Prints the permutation test of one text after another. */
final class EditScore {

  private final LoadedEditScheme loaded;
  private final Lines lines;

  EditScore(LoadedEditScheme loaded, Lines lines) {
    this.loaded = loaded;
    this.lines = lines;
    loaded.scheme().requireKnownAnswers();
  }

  void print(TokenLine line) {
    try {
      EditResult result =
          loaded.scheme().detect(loaded.key(), line.ids(), loaded.nullRuns(), loaded.nullSeed());
      lines.print(line(line, result));
    } catch (RefusedSequence e) {
      lines.print(ScoreJson.refused(line.id(), e.rule(), String.valueOf(e.getMessage())));
    }
  }

  private static String line(TokenLine line, EditResult result) {
    return Json.line(json -> {
      json.writeStringField("id", line.id());
      json.writeNumberField("tokens", line.ids().length);
      json.writeNumberField("scored", line.ids().length);
      ScoreJson.number(json, "statistic", result.statistic());
      json.writeNumberField("log10P", StrictMath.log10(result.p()));
      json.writeNumberField("nullRuns", result.nullRuns());
      json.writeObjectFieldStart("reference");
      json.writeNumberField("n", line.ids().length);
      ScoreJson.number(json, "score", result.statistic());
      ScoreJson.number(json, "p", result.referenceP());
      json.writeEndObject();
    });
  }
}
