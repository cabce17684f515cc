package dev.stillmark.edge;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON lines as aligned tables: the same figures, a column for each field.
 *
 * <p>A page of rows is held back until the widths of its columns are known, so what is kept does
 * not grow with what is printed.
 */
final class TextTable implements Lines {

  private static final int PAGE = 500;
  private static final String GAP = "  ";

  private final PrintStream out;
  private final List<Map<String, Cell>> page = new ArrayList<>();

  TextTable(PrintStream out) {
    this.out = out;
  }

  @Override
  public void print(String line) {
    page.addAll(TableRows.of(line));
    if (page.size() >= PAGE) {
      end();
    }
  }

  @Override
  public void end() {
    if (page.isEmpty()) {
      return;
    }
    Map<String, Cell> headings = headings();
    Map<String, Integer> widths = widths(headings);
    List<String> columns = columns(headings);
    print(headings, columns, widths);
    page.forEach(row -> print(row, columns, widths));
    page.clear();
  }

  /** A heading stands to the side on which the column's first cell does. */
  private Map<String, Cell> headings() {
    Map<String, Cell> headings = new LinkedHashMap<>();
    for (Map<String, Cell> row : page) {
      row.forEach((name, cell) -> headings.putIfAbsent(name, new Cell(name, cell.isNumber())));
    }
    return headings;
  }

  private Map<String, Integer> widths(Map<String, Cell> headings) {
    Map<String, Integer> widths = new LinkedHashMap<>();
    headings.forEach((name, heading) -> widths.put(name, heading.width()));
    for (Map<String, Cell> row : page) {
      row.forEach((name, cell) -> widths.merge(name, cell.width(), Math::max));
    }
    return widths;
  }

  /** What a row is about, then numbers, and then words, which are long. */
  private static List<String> columns(Map<String, Cell> headings) {
    List<Cell> columns = new ArrayList<>(headings.values());
    columns.subList(1, columns.size()).sort(Comparator.comparing(cell -> !cell.isNumber()));
    return columns.stream().map(Cell::text).toList();
  }

  private void print(Map<String, Cell> row, List<String> columns, Map<String, Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (String column : columns) {
      Cell cell = row.getOrDefault(column, Cell.EMPTY);
      line.append(cell.padded(widths.getOrDefault(column, 0))).append(GAP);
    }
    out.println(line.toString().stripTrailing());
  }
}
