package dev.stillmark.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a plain or gzip stream as bytes, none longer than a limit.
 *
 * <p>Memory stays bounded whatever the stream holds; a broken stream ends with one last faulty
 * line.
 */
final class LineReader implements AutoCloseable {

  /** One line without its line feed, or the rule that it broke. */
  record Line(int number, byte[] bytes, @Nullable String rule) {}

  private static final int GZIP_MAGIC = 0x1f8b;

  private final InputStream source;
  private final int limit;
  private final byte[] buffer = new byte[1 << 16];
  private @Nullable InputStream in;
  private int at;
  private int end;
  private int number;
  private boolean ended;

  LineReader(InputStream source, int limit) {
    this.source = new BufferedInputStream(source, 1 << 16);
    this.limit = limit;
  }

  /** The next line, or null at the end. */
  @Nullable Line next() {
    if (ended) {
      return null;
    }
    number++;
    try {
      return read();
    } catch (ZipException | EOFException e) {
      ended = true;
      return new Line(number, new byte[0], "must be valid gzip from here on");
    } catch (IOException e) {
      ended = true;
      return new Line(number, new byte[0], "must be readable from here on");
    }
  }

  private @Nullable Line read() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    boolean tooLong = false;
    while (true) {
      if (at == end && !fill()) {
        ended = true;
        return line.size() == 0 && !tooLong ? null : lineOf(line, tooLong);
      }
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      tooLong = tooLong || line.size() + (stop - at) > limit;
      if (!tooLong) {
        line.write(buffer, at, stop - at);
      }
      boolean complete = stop < end;
      at = complete ? stop + 1 : stop;
      if (complete) {
        return lineOf(line, tooLong);
      }
    }
  }

  private Line lineOf(ByteArrayOutputStream line, boolean tooLong) {
    return tooLong
        ? new Line(number, new byte[0], "must be at most %d bytes long".formatted(limit))
        : new Line(number, line.toByteArray(), null);
  }

  private boolean fill() throws IOException {
    if (in == null) {
      in = isGzip() ? new GZIPInputStream(source, 1 << 16) : source;
    }
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private boolean isGzip() throws IOException {
    source.mark(2);
    int magic = (source.read() << 8) | source.read();
    source.reset();
    return magic == GZIP_MAGIC;
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      ended = true;
    }
  }
}
