package dev.stillmark.files;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The output texts of files of outputs, one after the other.
 *
 * <p>A row that cannot be read is a fault here: phrases mined from a part would be another list.
 */
final class OutputTexts implements Iterable<String> {

  private record Part(Path file, FieldMapping fields) {}

  private final List<Part> parts;

  OutputTexts(List<OutputSource> sources) {
    this.parts =
        sources.stream()
            .flatMap(source -> source.files().stream().map(file -> new Part(file, source.fields())))
            .toList();
  }

  @Override
  public Iterator<String> iterator() {
    return new Texts(parts.iterator());
  }

  private static final class Texts implements Iterator<String> {

    private final Iterator<Part> parts;
    private @Nullable OutputRows rows;

    Texts(Iterator<Part> parts) {
      this.parts = parts;
    }

    @Override
    public boolean hasNext() {
      while (rows == null || !rows.hasNext()) {
        if (rows != null) {
          rows.close();
        }
        if (!parts.hasNext()) {
          return false;
        }
        Part part = parts.next();
        rows = OutputRows.open(part.file(), part.fields(), "");
      }
      return true;
    }

    @Override
    public String next() {
      if (!hasNext() || rows == null) {
        throw new NoSuchElementException();
      }
      return switch (rows.next()) {
        case OutputRow row -> row.output();
        case RowFault fault -> {
          rows.close();
          throw fault.asInputFault();
        }
      };
    }
  }
}
