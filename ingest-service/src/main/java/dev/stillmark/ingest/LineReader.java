package dev.stillmark.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream into lines and holds at most one of them.
 *
 * <p>A line past the limit is read to its end but not kept, so that it costs its neighbours
 * nothing. A byte order mark at the start of the stream is not part of the first line.
 */
final class LineReader {

  private static final int CHUNK = 64 * 1024;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final InputStream in;
  private final int maxLineBytes;
  private final byte[] chunk = new byte[CHUNK];
  private int position;
  private int end;
  private int number;

  private byte[] kept = new byte[CHUNK];
  private int keptLength;
  private long length;

  LineReader(InputStream in, int maxLineBytes) {
    this.in = in;
    this.maxLineBytes = maxLineBytes;
  }

  /** The next line that is not blank, or null at the end of the stream. */
  @Nullable Line next() throws IOException {
    while (readLine()) {
      number++;
      Line line = currentLine();
      if (line != null) {
        return line;
      }
    }
    return null;
  }

  private boolean readLine() throws IOException {
    keptLength = 0;
    length = 0;
    boolean found = false;
    while (position < end || fill()) {
      found = true;
      int feed = indexOfLineFeed();
      keep(feed < 0 ? end : feed);
      position = feed < 0 ? end : feed + 1;
      if (feed >= 0) {
        return true;
      }
    }
    return found;
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, in.read(chunk, 0, CHUNK));
    return end > 0;
  }

  private int indexOfLineFeed() {
    for (int i = position; i < end; i++) {
      if (chunk[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void keep(int until) {
    int more = until - position;
    length += more;
    if (length > maxLineBytes) {
      return;
    }
    if (keptLength + more > kept.length) {
      kept = Arrays.copyOf(kept, Math.min(maxLineBytes, 2 * (keptLength + more)));
    }
    System.arraycopy(chunk, position, kept, keptLength, more);
    keptLength += more;
  }

  private @Nullable Line currentLine() {
    if (length > maxLineBytes) {
      return new Line.TooLong(number, length);
    }
    int start = number == 1 && startsWithByteOrderMark() ? BYTE_ORDER_MARK.length : 0;
    for (int i = start; i < keptLength; i++) {
      if (kept[i] != ' ' && kept[i] != '\t' && kept[i] != '\r') {
        return new Line.Whole(number, Arrays.copyOfRange(kept, start, keptLength));
      }
    }
    return null;
  }

  private boolean startsWithByteOrderMark() {
    return keptLength >= BYTE_ORDER_MARK.length
        && Arrays.equals(kept, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, 3);
  }
}
