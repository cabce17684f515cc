package dev.stillmark.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
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

  private final LineReader lines;
  private final RowsOfReader reader;
  private @Nullable Row next;

  private OutputRows(Path file, LineReader lines, RowReader reader) {
    this.lines = lines;
    this.reader = new RowsOfReader(file, reader);
  }

  /**
   * Opens {@code file}; throws {@link InputFault} if that is impossible.
   *
   * @param collection the collection of rows that do not name their own
   */
  public static OutputRows open(Path file, FieldMapping fields, String collection) {
    return new OutputRows(file, lines(file), new RowReader(fields, collection));
  }

  /** The same for a stream, such as standard input; {@code name} stands for it in faults. */
  public static OutputRows of(Path name, InputStream in, FieldMapping fields, String collection) {
    return new OutputRows(name, new LineReader(in, LINE_LIMIT), new RowReader(fields, collection));
  }

  static LineReader lines(Path file) {
    if (Files.isDirectory(file)) {
      throw new InputFault(file, null, null, "must be a file but is a directory");
    }
    try {
      return new LineReader(Files.newInputStream(file), LINE_LIMIT);
    } catch (NoSuchFileException e) {
      throw new InputFault(file, null, null, "must exist");
    } catch (IOException e) {
      throw new InputFault(file, null, null, "must be readable");
    }
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      LineReader.Line line = lines.next();
      if (line == null) {
        return false;
      }
      next = reader.rowOf(line);
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

  @Override
  public void close() {
    lines.close();
  }
}
