package dev.stillmark.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.stillmark.detection.probe.Checker;
import dev.stillmark.detection.probe.ChoiceChecker;
import dev.stillmark.detection.probe.ListChecker;
import dev.stillmark.detection.probe.NumberChecker;
import dev.stillmark.detection.probe.TextChecker;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the object that says how answers to a probe are checked. */
final class CheckerFields {

  private static final int LONGEST_NUMBER = 30;
  private static final int DEFAULT_WORDS = 4;

  private final Set<String> given = new TreeSet<>();
  private @Nullable String type;
  private BigDecimal tolerance = BigDecimal.ZERO;
  private final Map<String, BigDecimal> units = new LinkedHashMap<>();
  private final List<String> options = new ArrayList<>();
  private boolean isOrdered = true;
  private boolean isCaseSensitive;
  private int words = DEFAULT_WORDS;

  private CheckerFields() {}

  /** The parser stands on the object's start, and then on its end. */
  static Checker read(JsonParser parser) throws IOException, BrokenField {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new BrokenField("checker", "must be an object");
    }
    CheckerFields fields = new CheckerFields();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.readField(parser, name);
    }
    return fields.checker();
  }

  private void readField(JsonParser parser, String name) throws IOException, BrokenField {
    given.add(name);
    String path = "checker." + name;
    switch (name) {
      case "type" -> type = RowParser.text(parser, path);
      case "tolerance" -> tolerance = number(parser, path);
      case "units" -> readUnits(parser, path);
      case "options" -> options.addAll(texts(parser, path));
      case "ordered" -> isOrdered = flag(parser, path);
      case "caseSensitive" -> isCaseSensitive = flag(parser, path);
      case "words" -> words = number(parser, path).intValue();
      default ->
          throw new BrokenField(
              "checker",
              "must hold nothing but type, tolerance, units, options, ordered, words and"
                  + " caseSensitive");
    }
  }

  private void readUnits(JsonParser parser, String path) throws IOException, BrokenField {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new BrokenField(path, "must be an object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String unit = parser.currentName();
      parser.nextToken();
      units.put(unit, number(parser, path));
    }
  }

  private Checker checker() throws BrokenField {
    try {
      return switch (type) {
        case "number" -> {
          allow("tolerance", "units");
          yield new NumberChecker(tolerance, units);
        }
        case "choice" -> {
          allow("options");
          yield new ChoiceChecker(options);
        }
        case "list" -> {
          allow("ordered");
          yield new ListChecker(isOrdered);
        }
        case "text" -> {
          allow("words", "caseSensitive");
          yield new TextChecker(words, isCaseSensitive);
        }
        case null, default ->
            throw new BrokenField("checker.type", "must be number, choice, list or text");
      };
    } catch (IllegalArgumentException e) {
      throw new BrokenField("checker", "is wrong: " + e.getMessage());
    }
  }

  private void allow(String... fields) throws BrokenField {
    Set<String> others = new TreeSet<>(given);
    others.removeAll(Set.of(fields));
    others.remove("type");
    if (!others.isEmpty()) {
      throw new BrokenField(
          "checker." + others.iterator().next(), "must not stand beside the type " + type);
    }
  }

  private static BigDecimal number(JsonParser parser, String field)
      throws IOException, BrokenField {
    boolean isNumber = parser.currentToken().isNumeric();
    if (!isNumber || parser.getTextLength() > LONGEST_NUMBER) {
      throw new BrokenField(
          field, "must be a number of at most %d characters".formatted(LONGEST_NUMBER));
    }
    return new BigDecimal(parser.getText());
  }

  private static boolean flag(JsonParser parser, String field) throws BrokenField {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw new BrokenField(field, "must be true or false");
    };
  }

  static List<String> texts(JsonParser parser, String field) throws IOException, BrokenField {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new BrokenField(field, "must be a list of texts");
    }
    List<String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      texts.add(StrictLines.nonBlank(parser, field + "[" + texts.size() + "]"));
    }
    return texts;
  }
}
