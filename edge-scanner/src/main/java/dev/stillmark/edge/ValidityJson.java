package dev.stillmark.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.stillmark.detection.stats.ErrorRate;
import dev.stillmark.detection.validity.FalsePositiveTable;
import dev.stillmark.detection.validity.PeekingTable;
import dev.stillmark.detection.validity.PowerTable;
import java.io.IOException;
import java.io.PrintStream;

/** Validity tables as a JSON line for each row. */
record ValidityJson(PrintStream out) implements ValidityReport {

  @Override
  public void print(FalsePositiveTable table) {
    for (FalsePositiveTable.Row row : table.rows()) {
      out.println(
          Json.line(json -> {
            start(json, "false-positives", table.scheme());
            json.writeNumberField("tokens", row.tokens());
            unit(json, "positions", row.positions());
            unit(json, "windows", row.windows());
            unit(json, "draws", row.draws());
            json.writeArrayFieldStart("levels");
            for (FalsePositiveTable.AtLevel level : row.levels()) {
              level(json, level);
            }
            json.writeEndArray();
          }));
    }
  }

  private static void unit(JsonGenerator json, String name, FalsePositiveTable.ByUnit unit)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("units", unit.units());
    json.writeNumberField("deviation", unit.deviation());
    rate(json, "alarms", unit.alarms());
    json.writeEndObject();
  }

  private static void level(JsonGenerator json, FalsePositiveTable.AtLevel level)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("alpha", level.alpha());
    rate(json, "naive", level.naive());
    rate(json, "exact", level.exact());
    json.writeEndObject();
  }

  @Override
  public void print(PeekingTable table) {
    for (PeekingTable.Row row : table.rows()) {
      out.println(
          Json.line(json -> {
            start(json, "peeking", table.scheme());
            json.writeNumberField("alpha", table.alpha());
            json.writeNumberField("tokens", table.tokens());
            json.writeNumberField("looks", row.looks());
            rate(json, "tail", row.tail());
            rate(json, "evalue", row.evalue());
          }));
    }
  }

  @Override
  public void print(PowerTable table) {
    for (PowerTable.Row row : table.rows()) {
      out.println(
          Json.line(json -> {
            start(json, "power", table.scheme());
            json.writeNumberField("alpha", table.alpha());
            json.writeNumberField("outputs", table.outputs());
            json.writeNumberField("markedShare", row.dose());
            json.writeNumberField("distinct", row.distinctDraws());
            rate(json, "tail", row.tail());
            rate(json, "evalue", row.evalue());
          }));
    }
  }

  private static void start(JsonGenerator json, String table, String scheme) throws IOException {
    json.writeStringField("table", table);
    json.writeStringField("scheme", scheme);
  }

  private static void rate(JsonGenerator json, String name, ErrorRate rate) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("events", rate.events());
    json.writeNumberField("trials", rate.trials());
    json.writeEndObject();
  }
}
