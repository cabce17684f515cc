package dev.stillmark.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stillmark.service.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to a JSON object's fields; every refusal names the field by its path.
 *
 * <p>An optional field may be null as well as absent: writers of JSON lines often cannot tell the
 * two apart.
 */
record Fields(ObjectNode object, String path) {

  void allowOnly(Set<String> known) throws LineRejection {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!known.contains(field.getKey())) {
        String nearest = Shown.nearest(field.getKey(), known);
        throw new LineRejection(
            Rule.UNKNOWN_FIELD,
            path + Shown.name(field.getKey()),
            "no such field; the nearest known one is " + path + nearest);
      }
    }
  }

  boolean has(String field) {
    return object.hasNonNull(field);
  }

  String text(String field) throws LineRejection {
    JsonNode node = required(field);
    if (!node.isTextual()) {
      throw wrongType(field, "a string");
    }
    return Text.wellFormed(path + field, node.textValue());
  }

  /** Text that names something: short, not blank, without control characters. */
  String name(String field) throws LineRejection {
    return Text.name(path + field, text(field));
  }

  @Nullable String optionalText(String field) throws LineRejection {
    return has(field) ? Text.withoutControls(path + field, text(field)) : null;
  }

  int sample(String field) throws LineRejection {
    if (!has(field)) {
      return 0;
    }
    JsonNode node = object.get(field);
    if (!node.isIntegralNumber()) {
      throw wrongType(field, "an integer");
    }
    if (!node.canConvertToInt() || node.intValue() < 0) {
      throw new LineRejection(
          Rule.OUT_OF_RANGE, path + field, "must be within 0.." + Integer.MAX_VALUE);
    }
    return node.intValue();
  }

  Fields object(String field) throws LineRejection {
    if (object.get(field) instanceof ObjectNode inner) {
      return new Fields(inner, path + field + ".");
    }
    throw wrongType(field, "an object");
  }

  List<Long> longs(String field) throws LineRejection {
    JsonNode array = required(field);
    if (!array.isArray()) {
      throw wrongType(field, "an array of integers");
    }
    List<Long> values = new ArrayList<>(array.size());
    for (JsonNode value : array) {
      if (!value.isIntegralNumber() || !value.canConvertToLong()) {
        throw new LineRejection(
            Rule.WRONG_TYPE,
            "%s%s[%d]".formatted(path, field, values.size()),
            "must be a 64-bit integer");
      }
      values.add(value.longValue());
    }
    return values;
  }

  /** Every field as text: strings, numbers and booleans as they were written. */
  Map<String, String> texts() throws LineRejection {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String place = path + Shown.name(field.getKey());
      if (!field.getValue().isValueNode() || field.getValue().isNull()) {
        throw new LineRejection(Rule.WRONG_TYPE, place, "must be a string, a number or a boolean");
      }
      texts.put(
          Text.name(place, Text.wellFormed(place, field.getKey())),
          Text.withoutControls(place, Text.wellFormed(place, field.getValue().asText())));
    }
    return texts;
  }

  private JsonNode required(String field) throws LineRejection {
    JsonNode node = object.get(field);
    if (node == null || node.isNull()) {
      throw new LineRejection(
          Rule.MISSING, path + field, node == null ? "is required" : "must not be null");
    }
    return node;
  }

  private LineRejection wrongType(String field, String expected) {
    return new LineRejection(Rule.WRONG_TYPE, path + field, "must be " + expected);
  }
}
