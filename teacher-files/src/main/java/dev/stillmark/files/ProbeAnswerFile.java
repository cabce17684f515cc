package dev.stillmark.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Reads answers to probes, JSON lines with {@code model}, {@code id} and {@code answer}. */
public final class ProbeAnswerFile {

  private ProbeAnswerFile() {}

  /** Hands over every line, plain or gzip; throws {@link InputFault} at the first broken one. */
  public static void read(Path file, Consumer<ProbeAnswer> answers) {
    StrictLines.read(
        file, OutputRows.lines(file), (line, parser) -> answers.accept(answer(line, parser)));
  }

  private static ProbeAnswer answer(int line, JsonParser parser) throws IOException, BrokenField {
    Map<String, String> texts = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "model", "id" -> texts.put(name, StrictLines.nonBlank(parser, name));
        case "answer" -> texts.put(name, RowParser.text(parser, name));
        default -> parser.skipChildren();
      }
    }
    return new ProbeAnswer(
        line, required(texts, "model"), required(texts, "id"), required(texts, "answer"));
  }

  private static String required(Map<String, String> texts, String field) throws BrokenField {
    String text = texts.get(field);
    if (text == null) {
      throw new BrokenField(field, "must be there");
    }
    return text;
  }
}
