package dev.stillmark.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutedRowsTest {

  private static final String LINES =
      """
      {"model":"a","prompt_id":1,"output":"a1"}
      {"model":"b","prompt_id":1,"output":"b1"}

      {"model":"a","prompt_id":1,"output":"a2"}
      {"model":"a","prompt_id":
      {"model":"c","prompt_id":1,"output":"c1"}
      {"prompt_id":1,"output":"nobody's"}
      {"model":"b","prompt_id":2,"output":null}
      [1]
      {"model":{"deep":["a"]},"output":"x"}
      {"model":"a","prompt_id":2,"output":"a3"}
      """;

  @TempDir Path directory;

  @Test
  void every_reader_gets_the_rows_that_it_would_get_alone() throws IOException {
    Path file = Files.writeString(directory.resolve("all.jsonl"), LINES);
    List<RowReader> readers = List.of(of("a"), of("b"), of("a", "c"));

    List<List<Row>> together = together(file, readers);

    for (int reader = 0; reader < readers.size(); reader++) {
      assertThat(outputs(together.get(reader)))
          .as("reader %d", reader)
          .usingRecursiveComparison()
          .isEqualTo(outputs(alone(file, readers.get(reader))));
    }
    assertThat(outputs(together.get(2))).hasSize(4);
  }

  @Test
  void a_line_that_cannot_be_read_is_told_once() throws IOException {
    Path file = Files.writeString(directory.resolve("all.jsonl"), LINES);

    List<List<Row>> together = together(file, List.of(of("a"), of("b"), of("c")));

    assertThat(faults(together.get(0))).extracting(Row::line).containsExactly(5, 9);
    assertThat(faults(together.get(1))).extracting(Row::line).containsExactly(8);
    assertThat(faults(together.get(2))).isEmpty();
  }

  @Test
  void a_reader_without_a_filter_gets_every_row() throws IOException {
    Path file = Files.writeString(directory.resolve("all.jsonl"), LINES);

    List<List<Row>> together =
        together(file, List.of(new RowReader(FieldMapping.DEFAULT, "all"), of("b")));

    assertThat(outputs(together.get(0))).hasSize(7);
    assertThat(outputs(together.get(1))).hasSize(1);
  }

  private static List<List<Row>> together(Path file, List<RowReader> readers) {
    List<List<Row>> rows = new ArrayList<>();
    readers.forEach(reader -> rows.add(new ArrayList<>()));
    try (RoutedRows routed = RoutedRows.open(file, readers)) {
      for (List<RoutedRows.Routed> line = routed.next(); line != null; line = routed.next()) {
        line.forEach(one -> rows.get(one.reader()).add(one.row()));
      }
    }
    return rows;
  }

  private static List<Row> alone(Path file, RowReader reader) {
    List<Row> rows = new ArrayList<>();
    try (OutputRows all = OutputRows.open(file, reader.fields(), reader.collection())) {
      all.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static RowReader of(String... models) {
    return new RowReader(new FieldMapping(Map.of(), Map.of("model", Set.of(models))), "case");
  }

  private static List<Row> outputs(List<Row> rows) {
    return rows.stream().filter(OutputRow.class::isInstance).toList();
  }

  private static List<Row> faults(List<Row> rows) {
    return rows.stream().filter(RowFault.class::isInstance).toList();
  }
}
