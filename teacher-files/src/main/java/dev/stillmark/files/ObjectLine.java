package dev.stillmark.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One line of a JSON-lines file as the object that it must be. */
final class ObjectLine {

  /** Takes the fields of one object, then says what they are together. */
  interface Reading<T> {

    /** The parser stands at the value. */
    void field(JsonParser parser, String name) throws IOException, BrokenField;

    T complete() throws BrokenField;
  }

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private ObjectLine() {}

  /** What the line says, or null where it is blank. */
  static <T> @Nullable T read(LineReader.Line line, Reading<T> reading) throws BrokenField {
    if (line.rule() != null) {
      throw new BrokenField(null, line.rule());
    }
    try {
      String json = text(line);
      return json.isBlank() ? null : parse(json, reading);
    } catch (CharacterCodingException e) {
      throw new BrokenField(null, "must be valid UTF-8");
    } catch (JsonProcessingException e) {
      throw new BrokenField(null, RowParser.ruleOf(e));
    } catch (IOException e) {
      throw new IllegalStateException("a string is always readable", e);
    }
  }

  private static String text(LineReader.Line line) throws CharacterCodingException {
    ByteBuffer bytes = ByteBuffer.wrap(line.bytes());
    String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    return line.number() == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static <T> T parse(String json, Reading<T> reading) throws IOException, BrokenField {
    try (JsonParser parser = RowParser.JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new BrokenField(null, "must be a JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        reading.field(parser, name);
      }
      if (parser.nextToken() != null) {
        throw new BrokenField(null, "must be a single JSON object");
      }
    }
    return reading.complete();
  }
}
