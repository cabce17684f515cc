package dev.stillmark.edge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.stillmark.files.OutputRows;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A look at the beginning of a stream that leaves the stream where it was. */
final class FirstLine {

  private static final int LOOK_AHEAD = OutputRows.LINE_LIMIT;
  private static final JsonFactory JSON = new JsonFactory();

  private FirstLine() {}

  /** Whether the stream is gzip or its first character that is not blank opens an object. */
  static boolean looksLikeJsonLines(InputStream in) throws IOException {
    byte[] start = lookAhead(in);
    if (isGzip(start)) {
      return true;
    }
    String text = new String(start, StandardCharsets.UTF_8);
    return text.replace("\uFEFF", "").stripLeading().startsWith("{");
  }

  /** Names of the fields of the first line, as far as it can be read. */
  static Set<String> fieldNames(InputStream in) throws IOException {
    byte[] start = lookAhead(in);
    Set<String> names = new HashSet<>();
    try {
      String line = firstLine(start);
      if (line != null) {
        readNames(line, names);
      }
    } catch (IOException e) {
      // The reader of the lines says what is wrong, and where.
      return names;
    }
    return names;
  }

  private static void readNames(String line, Set<String> names) throws IOException {
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        names.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
    }
  }

  private static @Nullable String firstLine(byte[] start) throws IOException {
    InputStream bytes = new ByteArrayInputStream(start);
    InputStream plain = isGzip(start) ? new GZIPInputStream(bytes) : bytes;
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    String line = reader.readLine();
    while (line != null && line.replace("\uFEFF", "").isBlank()) {
      line = reader.readLine();
    }
    return line == null ? null : line.replace("\uFEFF", "");
  }

  private static boolean isGzip(byte[] start) {
    return start.length > 1 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
  }

  private static byte[] lookAhead(InputStream in) throws IOException {
    in.mark(LOOK_AHEAD);
    byte[] start = in.readNBytes(LOOK_AHEAD);
    in.reset();
    return start;
  }
}
