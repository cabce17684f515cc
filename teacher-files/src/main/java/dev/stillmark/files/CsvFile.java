package dev.stillmark.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a header (RFC 4180, any line ends), read row by row; columns that nobody asks for
 * are left aside.
 *
 * <p>A row that cannot be read goes to {@code faults} and never stops the rest.
 */
final class CsvFile {

  private static final int SIZE_LIMIT = 64 << 20;
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

  private final Path file;
  private final CSVParser parser;
  private final Consumer<InputFault> faults;
  private boolean isInBrokenLine;

  private CsvFile(Path file, CSVParser parser, Consumer<InputFault> faults) {
    this.file = file;
    this.parser = parser;
    this.faults = faults;
  }

  /**
   * Hands over the rows in their order; an {@link InputFault} that {@code rows} throws is one of
   * that row alone. Throws one where the file or its header cannot be used.
   *
   * @param columns that must be there, those that are {@code optional} excepted
   */
  static void read(
      Path file,
      List<String> columns,
      Set<String> optional,
      Consumer<InputFault> faults,
      Consumer<CsvRow> rows) {
    List<String> required = columns.stream().filter(name -> !optional.contains(name)).toList();
    try (CSVParser parser = CSVParser.parse(text(file), FORMAT)) {
      new CsvFile(file, parser, faults).read(required, rows);
    } catch (IOException e) {
      throw new IllegalStateException("a string is always readable", e);
    }
  }

  private static String text(Path file) {
    try {
      return InputBytes.readText(file, SIZE_LIMIT);
    } catch (InputBytes.Unreadable e) {
      throw new InputFault(file, null, null, e.rule());
    }
  }

  private void read(List<String> required, Consumer<CsvRow> rows) {
    Iterator<CSVRecord> records = parser.iterator();
    CsvHeader header = null;
    for (Numbered next = next(records); next != null; next = next(records)) {
      if (header == null) {
        header = CsvHeader.of(file, next.line(), next.record().toList(), required);
        continue;
      }
      try {
        rows.accept(header.row(next.line(), next.record().toList()));
      } catch (InputFault e) {
        faults.accept(e);
      }
    }
    if (header == null) {
      throw new InputFault(file, null, null, "must have a header but is empty");
    }
  }

  private record Numbered(int line, CSVRecord record) {}

  /**
   * The next record that is whole and not blank, with the line where it begins; null at the end.
   */
  private @Nullable Numbered next(Iterator<CSVRecord> records) {
    while (true) {
      int line = (int) parser.getCurrentLineNumber() + 1;
      try {
        if (!records.hasNext()) {
          return null;
        }
        CSVRecord record = records.next();
        if (!isInBrokenLine && !isBlank(record)) {
          return new Numbered(line, record);
        }
        isInBrokenLine = false;
      } catch (UncheckedIOException e) {
        faults.accept(
            new InputFault(file, line, null, "must close its quotes and double those inside them"));
        // What is left of the line would otherwise pass for a row.
        isInBrokenLine = true;
      }
    }
  }

  private static boolean isBlank(CSVRecord record) {
    return record.stream().allMatch(String::isBlank);
  }
}
