package dev.stillmark.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One file that holds the outputs of many models, read once: every line goes to the readers whose
 * filter it passes.
 *
 * <p>A look at a line's filtered fields decides, so that only those readers parse it. A line that
 * cannot be looked at is the first reader's to refuse: its fault is told once.
 */
public final class RoutedRows implements AutoCloseable {

  /** A row and the place, in the list of readers, of the one it is for. */
  public record Routed(int reader, Row row) {}

  private final LineReader lines;
  private final List<FieldMapping> filters;
  private final List<RowsOfReader> readers;
  private final Set<String> filtered = new TreeSet<>();

  private RoutedRows(Path file, LineReader lines, List<RowReader> readers) {
    this.lines = lines;
    this.filters = readers.stream().map(RowReader::fields).toList();
    this.readers = readers.stream().map(reader -> new RowsOfReader(file, reader)).toList();
    filters.forEach(fields -> filtered.addAll(fields.where().keySet()));
  }

  /** Opens {@code file}; throws {@link InputFault} if that is impossible. */
  public static RoutedRows open(Path file, List<RowReader> readers) {
    return new RoutedRows(file, OutputRows.lines(file), readers);
  }

  /** The rows of the next line, often one and often none; null at the end of the file. */
  public @Nullable List<Routed> next() {
    LineReader.Line line = lines.next();
    if (line == null) {
      return null;
    }
    List<Routed> rows = new ArrayList<>();
    for (int reader : readersOf(line)) {
      Row row = readers.get(reader).rowOf(line);
      if (row != null) {
        rows.add(new Routed(reader, row));
      }
    }
    return rows;
  }

  private List<Integer> readersOf(LineReader.Line line) {
    Map<String, String> values = new HashMap<>();
    if (line.rule() != null || !look(line.bytes(), values)) {
      return List.of(0);
    }
    List<Integer> wanting = new ArrayList<>();
    for (int reader = 0; reader < filters.size(); reader++) {
      if (passes(values, filters.get(reader).where())) {
        wanting.add(reader);
      }
    }
    return wanting;
  }

  private static boolean passes(Map<String, String> values, Map<String, Set<String>> where) {
    return where.entrySet().stream()
        .allMatch(filter -> {
          String value = values.get(filter.getKey());
          return value != null && filter.getValue().contains(value);
        });
  }

  /** Reads the filtered fields into {@code values}; false where the line is not an object. */
  private boolean look(byte[] bytes, Map<String, String> values) {
    try (JsonParser parser = RowParser.JSON.createParser(new ByteArrayInputStream(bytes))) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return true;
      }
      if (first != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (filtered.contains(name) && token.isScalarValue()) {
          values.put(name, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
