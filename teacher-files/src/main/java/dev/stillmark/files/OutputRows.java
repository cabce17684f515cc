package dev.stillmark.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The outputs in one JSONL file, plain or gzip, read as a stream.
 *
 * <p>A line that cannot be read becomes a {@link RowFault} and never stops the rest. Answers to the
 * same prompt id are numbered in the order of the file where it has no field for the sample.
 */
public final class OutputRows implements Iterator<Row>, AutoCloseable {

  /** Bytes in one line; more is a fault of that line. */
  public static final int LINE_LIMIT = 4 << 20;

  private final Path file;
  private final LineReader lines;
  private final RowParser parser;
  private final Map<String, Integer> answers = new HashMap<>();
  private @Nullable Row next;

  private OutputRows(Path file, InputStream in, FieldMapping fields, String collection) {
    this.file = file;
    this.lines = new LineReader(in, LINE_LIMIT);
    this.parser = new RowParser(file, fields, collection);
  }

  /**
   * Opens {@code file}; throws {@link InputFault} if that is impossible.
   *
   * @param collection the collection of rows that do not name their own
   */
  public static OutputRows open(Path file, FieldMapping fields, String collection) {
    if (Files.isDirectory(file)) {
      throw new InputFault(file, null, null, "must be a file but is a directory");
    }
    try {
      return of(file, Files.newInputStream(file), fields, collection);
    } catch (NoSuchFileException e) {
      throw new InputFault(file, null, null, "must exist");
    } catch (IOException e) {
      throw new InputFault(file, null, null, "must be readable");
    }
  }

  /** The same for a stream, such as standard input; {@code name} stands for it in faults. */
  public static OutputRows of(Path name, InputStream in, FieldMapping fields, String collection) {
    return new OutputRows(name, in, fields, collection);
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      LineReader.Line line = lines.next();
      if (line == null) {
        return false;
      }
      next = rowOf(line);
    }
    return true;
  }

  @Override
  public Row next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Row row = next;
    next = null;
    return row;
  }

  private @Nullable Row rowOf(LineReader.Line line) {
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

  @Override
  public void close() {
    lines.close();
  }
}
