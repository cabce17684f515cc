package dev.stillmark.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.stillmark.detection.probe.Checker;
import dev.stillmark.detection.probe.ChoiceChecker;
import dev.stillmark.detection.probe.ListChecker;
import dev.stillmark.detection.probe.NumberChecker;
import dev.stillmark.detection.probe.Probe;
import dev.stillmark.detection.probe.TextChecker;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a probe as the line that {@link ProbeFile} reads. */
public final class ProbeLine {

  private static final JsonFactory JSON = new JsonFactory();

  private ProbeLine() {}

  /** One JSON object, without a line end. */
  public static String of(Probe probe) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("id", probe.id());
      json.writeStringField("question", probe.question());
      writeTexts(json, "answers", probe.answers());
      json.writeObjectFieldStart("checker");
      write(json, probe.checker());
      json.writeEndObject();
      json.writeStringField("topic", probe.topic());
      json.writeStringField("difficulty", probe.difficulty());
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("a string is always writable", e);
    }
    return line.toString();
  }

  private static void write(JsonGenerator json, Checker checker) throws IOException {
    switch (checker) {
      case NumberChecker number -> {
        json.writeStringField("type", "number");
        json.writeNumberField("tolerance", number.tolerance());
        json.writeObjectFieldStart("units");
        for (Map.Entry<String, BigDecimal> unit : new TreeMap<>(number.units()).entrySet()) {
          json.writeNumberField(unit.getKey(), unit.getValue());
        }
        json.writeEndObject();
      }
      case ChoiceChecker choice -> {
        json.writeStringField("type", "choice");
        writeTexts(json, "options", choice.options());
      }
      case ListChecker list -> {
        json.writeStringField("type", "list");
        json.writeBooleanField("ordered", list.isOrdered());
      }
      case TextChecker text -> {
        json.writeStringField("type", "text");
        json.writeNumberField("words", text.mostWords());
        json.writeBooleanField("caseSensitive", text.isCaseSensitive());
      }
    }
  }

  private static void writeTexts(JsonGenerator json, String field, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
