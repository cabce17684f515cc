package dev.stillmark.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The JSON objects of a file, one a line; the first line that breaks a rule is a fault. */
final class StrictLines {

  /** Reads one object, from its first field to its end. */
  interface Reader {
    void read(int line, JsonParser parser) throws IOException, BrokenField;
  }

  private StrictLines() {}

  static void read(Path file, LineReader source, Reader reader) {
    try (LineReader lines = source) {
      for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
        read(file, line, reader);
      }
    }
  }

  private static void read(Path file, LineReader.Line line, Reader reader) {
    try {
      if (line.rule() != null) {
        throw new BrokenField(null, line.rule());
      }
      ByteBuffer bytes = ByteBuffer.wrap(line.bytes());
      String json = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      if (!json.isBlank()) {
        parse(line.number(), json, reader);
      }
    } catch (BrokenField e) {
      throw new InputFault(file, line.number(), e.field(), e.rule());
    } catch (CharacterCodingException e) {
      throw new InputFault(file, line.number(), null, "must be valid UTF-8");
    } catch (JsonProcessingException e) {
      throw new InputFault(file, line.number(), null, RowParser.ruleOf(e));
    } catch (IOException e) {
      throw new IllegalStateException("a string is always readable", e);
    }
  }

  private static void parse(int line, String json, Reader reader) throws IOException, BrokenField {
    try (JsonParser parser = RowParser.JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new BrokenField(null, "must be a JSON object");
      }
      reader.read(line, parser);
      if (parser.nextToken() != null) {
        throw new BrokenField(null, "must be a single JSON object");
      }
    }
  }

  static String nonBlank(JsonParser parser, String field) throws IOException, BrokenField {
    String text = RowParser.text(parser, field);
    if (text.isBlank()) {
      throw new BrokenField(field, "must not be blank");
    }
    return text;
  }
}
