package dev.stillmark.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads which model is of which family: comma-separated values whose first line names the columns,
 * {@code model} and {@code family} among them. A value may stand in double quotes.
 */
public final class FamilyFile {

  private final Path file;
  private final Map<String, String> families = new LinkedHashMap<>();
  private int modelColumn = -1;
  private int familyColumn = -1;

  private FamilyFile(Path file) {
    this.file = file;
  }

  /** Families by model, in the order of the file; throws {@link InputFault}. */
  public static Map<String, String> load(Path path) {
    FamilyFile file = new FamilyFile(path);
    try (LineReader lines = OutputRows.lines(path)) {
      for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
        file.read(line);
      }
    }
    if (file.families.isEmpty()) {
      throw new InputFault(path, null, null, "must hold at least one model");
    }
    return file.families;
  }

  private void read(LineReader.Line line) {
    String text = textOf(line);
    if (text.isBlank()) {
      return;
    }
    List<String> cells = cells(line.number(), text);
    if (modelColumn < 0) {
      modelColumn = column(line.number(), cells, "model");
      familyColumn = column(line.number(), cells, "family");
      return;
    }
    String model = cell(line.number(), cells, modelColumn, "model");
    String family = cell(line.number(), cells, familyColumn, "family");
    if (families.putIfAbsent(model, family) != null) {
      throw fault(line.number(), "model", "must be that of one line only");
    }
  }

  private String textOf(LineReader.Line line) {
    if (line.rule() != null) {
      throw new InputFault(file, line.number(), null, line.rule());
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(line.bytes());
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InputFault(file, line.number(), null, "must be valid UTF-8");
    }
  }

  private int column(int line, List<String> names, String name) {
    int column = names.indexOf(name);
    if (column < 0) {
      throw fault(line, name, "must be one of the columns that the first line names");
    }
    return column;
  }

  private String cell(int line, List<String> cells, int column, String field) {
    if (column >= cells.size() || cells.get(column).isBlank()) {
      throw fault(line, field, "must be there and not blank");
    }
    return cells.get(column);
  }

  private List<String> cells(int line, String text) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (isQuoted) {
      throw new InputFault(file, line, null, "must close its double quotes");
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  private InputFault fault(int line, String field, String rule) {
    return new InputFault(file, line, field, rule);
  }
}
