package dev.stillmark.runner;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Verdicts as a table for people: one row per suspect, teacher and finding. */
final class VerdictTable {

  private static final List<String> HEAD =
      List.of(
          "suspect",
          "teacher",
          "ledger",
          "log10 p",
          "log10 E",
          "decoy rank",
          "verdict",
          "outputs",
          "windows");
  private static final String NONE = "-";

  private VerdictTable() {}

  static String of(List<JsonNode> verdicts) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (JsonNode verdict : verdicts) {
      if (verdict.path("findings").isEmpty()) {
        rows.add(row(verdict, Json.object()));
      }
      verdict.path("findings").forEach(finding -> rows.add(row(verdict, finding)));
    }
    return aligned(rows);
  }

  private static List<String> row(JsonNode verdict, JsonNode finding) {
    return List.of(
        printable(verdict.path("suspect").asText()),
        printable(verdict.path("teacher").asText()),
        finding.path("ledger").asText(NONE),
        log10P(finding),
        number(finding.path("log10E")),
        rank(finding),
        decision(verdict),
        finding.path("outputs").asText(NONE),
        finding.path("scored").asText(NONE));
  }

  /** Ledger B has a rank instead of a tail. */
  private static String log10P(JsonNode finding) {
    JsonNode panel = finding.path("panelRank").path("p");
    return panel.isNumber()
        ? String.format(Locale.ROOT, "%.2f", Math.log10(panel.asDouble()))
        : number(finding.path("log10P"));
  }

  private static String number(JsonNode value) {
    return value.isNumber() ? String.format(Locale.ROOT, "%.2f", value.asDouble()) : NONE;
  }

  private static String rank(JsonNode finding) {
    JsonNode decoys = finding.path("decoyRank");
    if (decoys.path("decoys").isNumber()) {
      return "%d of %d"
          .formatted(
              decoys.path("atLeastAsExtreme").asLong() + 1, decoys.path("decoys").asLong() + 1);
    }
    JsonNode panel = finding.path("panelRank");
    return panel.path("families").isNumber()
        ? "%d families".formatted(panel.path("families").asLong())
        : NONE;
  }

  static String decision(JsonNode verdict) {
    String code = verdict.path("verdict").asText();
    String reason = verdict.path("reason").asText("");
    return reason.isEmpty() || verdict.path("reason").isNull() ? code : code + "(" + reason + ")";
  }

  /** A name may hold anything, and a terminal obeys control characters. */
  private static String printable(String name) {
    return name.codePoints()
        .map(character -> Character.isISOControl(character) ? '?' : character)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String aligned(List<List<String>> rows) {
    StringBuilder table = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(("%-" + (width(rows, column) + 2) + "s").formatted(row.get(column)));
      }
      table.append(line.toString().stripTrailing()).append('\n');
    }
    return table.toString();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1);
  }
}
