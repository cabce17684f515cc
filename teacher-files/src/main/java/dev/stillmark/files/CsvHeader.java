package dev.stillmark.files;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a CSV file, whose rows it makes. */
final class CsvHeader {

  private final Path file;
  private final List<String> names;

  private CsvHeader(Path file, List<String> names) {
    this.file = file;
    this.names = names;
  }

  /** Throws {@link InputFault} where a column is missing or stands twice. */
  static CsvHeader of(Path file, int line, List<String> cells, List<String> required) {
    List<String> names = cells.stream().map(String::strip).toList();
    for (String column : required) {
      if (!names.contains(column)) {
        throw new InputFault(
            file,
            line,
            "header",
            "must have the columns %s but lacks %s".formatted(String.join(", ", required), column));
      }
    }
    for (String name : names) {
      if (!name.isEmpty() && names.indexOf(name) != names.lastIndexOf(name)) {
        throw new InputFault(file, line, "header", "must name each column once");
      }
    }
    return new CsvHeader(file, names);
  }

  /** A row with a cell too many or too few cannot be told apart from one whose cells have moved. */
  CsvRow row(int line, List<String> cells) {
    if (cells.size() != names.size()) {
      throw new InputFault(
          file,
          line,
          null,
          "must have %d cells, as the header has, but has %d"
              .formatted(names.size(), cells.size()));
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      values.put(names.get(i), cells.get(i).strip());
    }
    return new CsvRow(file, line, values);
  }
}
