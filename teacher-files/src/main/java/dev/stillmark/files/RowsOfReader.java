package dev.stillmark.files;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one reader makes of a file's lines; answers to one prompt id are numbered in the order of
 * the lines where they have no field for the sample.
 */
final class RowsOfReader {

  private final Path file;
  private final RowParser parser;
  private final Map<String, Integer> answers = new HashMap<>();

  RowsOfReader(Path file, RowReader reader) {
    this.file = file;
    this.parser = new RowParser(file, reader.fields(), reader.collection());
  }

  /** The row, or null for a line that is blank or another's. */
  @Nullable Row rowOf(LineReader.Line line) {
    if (line.rule() != null) {
      return new RowFault(file, line.number(), null, line.rule());
    }
    ParsedRow parsed = parser.parse(line.number(), line.bytes());
    return switch (parsed) {
      case ParsedRow.Nothing _ -> null;
      case ParsedRow.Broken broken -> broken.fault();
      case ParsedRow.Complete complete -> complete.row();
      case ParsedRow.WithoutSample without -> numbered(without.row());
    };
  }

  private OutputRow numbered(OutputRow row) {
    int sample = answers.merge(row.collection() + '\n' + row.promptId(), 1, Integer::sum) - 1;
    return new OutputRow(
        row.line(),
        row.collection(),
        row.promptId(),
        sample,
        row.prompt(),
        row.output(),
        row.promptIds(),
        row.outputIds(),
        row.tokenizer());
  }
}
