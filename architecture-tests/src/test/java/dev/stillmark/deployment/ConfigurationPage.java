package dev.stillmark.deployment;

import dev.stillmark.architecture.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tables of docs/configuration.md, each with the heading that it stands under. */
record ConfigurationPage(List<Table> tables) {

  /** One table; {@code columns} are the words of its first row. */
  record Table(String heading, List<String> columns, List<Row> rows) {

    boolean startsWith(String... words) {
      return columns.size() >= words.length
          && columns.subList(0, words.length).equals(List.of(words));
    }
  }

  /** One row, with the quotes of code taken off. */
  record Row(List<String> columns, List<String> cells) {

    /** The cell of that column; empty where the row has none. */
    String cell(String column) {
      int index = columns.indexOf(column);
      return index >= 0 && index < cells.size() ? cells.get(index) : "";
    }

    String first() {
      return cells.getFirst();
    }
  }

  static String text() throws IOException {
    return Files.readString(Modules.ROOT.resolve("docs/configuration.md"));
  }

  static ConfigurationPage of(String markdown) {
    List<Table> tables = new ArrayList<>();
    String heading = "";
    boolean within = false;
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("#")) {
        heading = unquoted(line.replaceFirst("^#+ ", ""));
      }
      if (!line.startsWith("|")) {
        within = false;
      } else if (!within) {
        tables.add(new Table(heading, cells(line), new ArrayList<>()));
        within = true;
      } else if (!line.startsWith("|---")) {
        Table table = tables.getLast();
        table.rows().add(new Row(table.columns(), cells(line)));
      }
    }
    return new ConfigurationPage(List.copyOf(tables));
  }

  /** The tables whose first columns are these. */
  List<Table> startingWith(String... columns) {
    return tables.stream().filter(table -> table.startsWith(columns)).toList();
  }

  private static List<String> cells(String line) {
    String[] cells = line.substring(1).split("\\|", -1);
    return Arrays.stream(cells, 0, cells.length - 1).map(cell -> unquoted(cell.strip())).toList();
  }

  private static String unquoted(String text) {
    return text.matches("`[^`]*`") ? text.substring(1, text.length() - 1) : text;
  }
}
