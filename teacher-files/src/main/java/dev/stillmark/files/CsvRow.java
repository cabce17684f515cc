package dev.stillmark.files;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/** One row of a CSV file; blanks around a cell are no part of it. */
record CsvRow(Path file, int line, Map<String, String> cells) {

  private static final int YEAR_AND_MONTH = "2023-11".length();

  /** Empty where the cell is, or the column is not there. */
  Optional<String> optional(String column) {
    return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isEmpty());
  }

  String required(String column) {
    return optional(column).orElseThrow(() -> fault(column, "must not be empty"));
  }

  /** The day, or the last one of a month. */
  Optional<LocalDate> dayAtLatest(String column) {
    return optional(column)
        .map(text ->
            text.length() == YEAR_AND_MONTH
                ? month(column, text).atEndOfMonth()
                : day(column, text));
  }

  /** The month, or that of a day. */
  YearMonth month(String column) {
    String text = required(column);
    return text.length() == YEAR_AND_MONTH
        ? month(column, text)
        : YearMonth.from(day(column, text));
  }

  private YearMonth month(String column, String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw notADate(column);
    }
  }

  private LocalDate day(String column, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw notADate(column);
    }
  }

  private InputFault notADate(String column) {
    return fault(column, "must be a date such as 2023-11-06, or a month such as 2023-11");
  }

  /** One of the words that stand for something, or for the empty cell. */
  <T> T oneOf(String column, Map<String, T> meanings) {
    T meaning = meanings.get(optional(column).orElse(""));
    if (meaning == null) {
      throw fault(column, "must be one of %s".formatted(shown(meanings)));
    }
    return meaning;
  }

  private static String shown(Map<String, ?> meanings) {
    return String.join(
        ", ",
        meanings.keySet().stream()
            .map(word -> word.isEmpty() ? "(empty)" : word)
            .sorted()
            .toList());
  }

  InputFault fault(String column, String rule) {
    return new InputFault(file, line, column, rule);
  }
}
