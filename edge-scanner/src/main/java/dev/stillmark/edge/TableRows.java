package dev.stillmark.edge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of one JSON object: its own, then one for each object inside it, named after it. */
final class TableRows {

  private static final String ID = "id";
  private static final JsonFactory FACTORY = new JsonFactory();

  private final List<Map<String, Cell>> rows = new ArrayList<>();
  private final JsonParser json;
  private String id = "";

  private TableRows(JsonParser json) {
    this.json = json;
  }

  static List<Map<String, Cell>> of(String line) {
    try (JsonParser json = FACTORY.createParser(line)) {
      TableRows all = new TableRows(json);
      json.nextToken();
      all.readObject(all.row());
      return all.rows;
    } catch (IOException e) {
      throw new IllegalArgumentException("line must be one JSON object", e);
    }
  }

  private Map<String, Cell> row() {
    Map<String, Cell> row = new LinkedHashMap<>();
    rows.add(row);
    return row;
  }

  private void readObject(Map<String, Cell> row) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      readValue(row, name);
    }
  }

  private void readValue(Map<String, Cell> row, String name) throws IOException {
    switch (json.currentToken()) {
      case START_OBJECT -> readInner(name);
      case START_ARRAY -> {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          readInner(name);
        }
      }
      default -> row.put(name, cell(name));
    }
  }

  private void readInner(String name) throws IOException {
    Map<String, Cell> row = row();
    row.put(ID, new Cell(Shown.word(id) + " " + name, false));
    readObject(row);
  }

  private Cell cell(String name) throws IOException {
    if (name.equals(ID)) {
      id = json.getText();
    }
    return switch (json.currentToken()) {
      case VALUE_NUMBER_INT -> Cell.ofWhole(json.getText());
      case VALUE_NUMBER_FLOAT -> Cell.ofReal(json.getDoubleValue());
      case VALUE_NULL -> Cell.NOTHING;
      default -> Cell.ofText(json.getText());
    };
  }
}
