package dev.stillmark.edge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object of texts, numbers and flags; every fault names the field and the rule. */
final class FlatObject {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Map<String, String> values;

  private FlatObject(Map<String, String> values) {
    this.values = values;
  }

  /** Throws {@link IllegalArgumentException}. */
  static FlatObject parse(String line) {
    Map<String, String> values = new HashMap<>();
    try (JsonParser parser = JSON.createParser(line)) {
      require(parser.nextToken() == JsonToken.START_OBJECT, "must be a JSON object");
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        require(parser.nextToken().isScalarValue(), "must be an object of plain values");
        values.put(name, parser.getText());
      }
      require(parser.nextToken() == null, "must be a single JSON object");
    } catch (IOException e) {
      throw new IllegalArgumentException("must be valid JSON", e);
    }
    return new FlatObject(values);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }

  String text(String field) {
    String value = values.get(field);
    if (value == null) {
      throw new IllegalArgumentException(field + " must be there");
    }
    return value;
  }

  /** An integer within 0..2^31-1. */
  int count(String field) {
    long value = integer(field);
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(field + " must be within 0..2^31-1 but is " + value);
    }
    return (int) value;
  }

  long integer(String field) {
    try {
      return Long.parseLong(text(field));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(field + " must be an integer", e);
    }
  }

  double number(String field) {
    try {
      return Double.parseDouble(text(field));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(field + " must be a number", e);
    }
  }

  boolean flag(String field) {
    return switch (text(field)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(field + " must be true or false");
    };
  }

  @Nullable LocalDate dateOrNull(String field) {
    try {
      String text = values.get(field);
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(field + " must be a date such as 2026-01-31", e);
    }
  }
}
