package dev.stillmark.verdicts.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.stillmark.service.Problem;
import dev.stillmark.service.Shown;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads one JSON object that a client wrote: bounded depth, no key twice, no field that is not
 * known, and text only where text is asked for.
 *
 * <p>What a parser says may quote what it read, so nothing of its messages is passed on.
 */
final class JsonBody {

  private static final int DEEPEST = 16;
  private static final String RULE =
      "JSON in UTF-8, nested at most %d deep, with no key twice".formatted(DEEPEST);

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private JsonBody() {}

  /** Says which rule of JSON or of its type an object broke. */
  static final class Broken extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem.FieldError error;

    private Broken(Problem.FieldError error) {
      super(error.message(), null, false, false);
      this.error = error;
    }

    Problem.FieldError error() {
      return error;
    }
  }

  /** The body of a request. */
  static <T> T read(byte[] body, Class<T> type) {
    try {
      return parse(body, type);
    } catch (Broken broken) {
      throw Problems.invalid(List.of(broken.error()));
    }
  }

  static <T> T parse(byte[] json, Class<T> type) throws Broken {
    try {
      T parsed = MAPPER.readValue(json, type);
      if (parsed != null) {
        return parsed;
      }
    } catch (UnrecognizedPropertyException e) {
      throw new Broken(Problems.broken(path(e), "unknown-field", nearest(e)));
    } catch (MismatchedInputException e) {
      if (!e.getPath().isEmpty()) {
        throw new Broken(Problems.broken(path(e), "invalid-type", "has a wrong type"));
      }
    } catch (JsonMappingException e) {
      throw new Broken(Problems.broken(path(e), "invalid-json", "must be " + RULE));
    } catch (IOException e) {
      // Reading memory cannot fail: these bytes are not JSON.
    }
    throw new Broken(Problems.broken(null, "invalid-json", "must be one object, " + RULE));
  }

  private static String nearest(UnrecognizedPropertyException e) {
    List<String> known = e.getKnownPropertyIds().stream().map(String::valueOf).toList();
    return "no such field; the nearest known one is " + Shown.nearest(e.getPropertyName(), known);
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(JsonBody::step)
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  private static String step(JsonMappingException.Reference step) {
    return step.getFieldName() == null
        ? "[" + step.getIndex() + "]"
        : Shown.name(step.getFieldName());
  }
}
