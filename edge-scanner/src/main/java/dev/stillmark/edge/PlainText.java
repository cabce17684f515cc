package dev.stillmark.edge;

import dev.stillmark.files.InputFault;
import dev.stillmark.files.OutputRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads a file that is one output. */
final class PlainText {

  private PlainText() {}

  /** The text without a leading byte order mark; throws {@link InputFault}. */
  static String read(Path file, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(OutputRows.LINE_LIMIT + 1);
    if (bytes.length > OutputRows.LINE_LIMIT) {
      throw new InputFault(
          file, null, null, "must be at most %d bytes long".formatted(OutputRows.LINE_LIMIT));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.isBlank()) {
        throw new InputFault(file, null, null, "must hold a text but is blank");
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InputFault(file, null, null, "must be valid UTF-8");
    }
  }
}
