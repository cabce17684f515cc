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

  private final List<Path> files;

  OutputTexts(List<Path> files) {
    this.files = files;
  }

  @Override
  public Iterator<String> iterator() {
    return new Texts(files.iterator());
  }

  private static final class Texts implements Iterator<String> {

    private final Iterator<Path> files;
    private @Nullable OutputRows rows;

    Texts(Iterator<Path> files) {
      this.files = files;
    }

    @Override
    public boolean hasNext() {
      while (rows == null || !rows.hasNext()) {
        if (rows != null) {
          rows.close();
        }
        if (!files.hasNext()) {
          return false;
        }
        rows = OutputRows.open(files.next(), FieldMapping.DEFAULT, "");
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
