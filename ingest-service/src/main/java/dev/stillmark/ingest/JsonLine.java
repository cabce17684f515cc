package dev.stillmark.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stillmark.service.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads one line as one JSON object: strict UTF-8, RFC 8259, no key twice, bounded depth.
 *
 * <p>What a parser says about a line may quote it, so only positions of its messages are passed on.
 */
final class JsonLine {

  private static final int MAX_NUMBER_LENGTH = 100;

  private final ObjectReader reader;
  private final int maxDepth;

  JsonLine(int maxDepth, int maxLineBytes) {
    this.maxDepth = maxDepth;
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(maxDepth)
            .maxStringLength(maxLineBytes)
            .maxNameLength(maxLineBytes)
            .maxNumberLength(MAX_NUMBER_LENGTH)
            .build();
    this.reader =
        new ObjectMapper(JsonFactory.builder().streamReadConstraints(constraints).build())
            .reader()
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
  }

  ObjectNode read(byte[] line) throws LineRejection {
    CharBuffer text = decode(line);
    try (JsonParser parser =
        reader.getFactory().createParser(text.array(), text.arrayOffset(), text.remaining())) {
      return read(parser);
    } catch (IOException e) {
      throw new UncheckedIOException("a line in memory could not be read", e);
    }
  }

  private ObjectNode read(JsonParser parser) throws IOException, LineRejection {
    try {
      JsonNode node = reader.readTree(parser);
      if (parser.nextToken() != null) {
        throw new LineRejection(
            Rule.TRAILING_CONTENT, null, "a line holds one JSON object and nothing after it");
      }
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw new LineRejection(Rule.NOT_AN_OBJECT, null, "a line must be a JSON object");
    } catch (StreamConstraintsException e) {
      throw constraint(parser);
    } catch (MismatchedInputException e) {
      throw new LineRejection(
          Rule.DUPLICATE_KEY,
          Shown.name(String.valueOf(parser.currentName())),
          "a key stands twice in the same object");
    } catch (JsonProcessingException e) {
      throw new LineRejection(Rule.INVALID_JSON, null, "not JSON" + place(e.getLocation()));
    }
  }

  private LineRejection constraint(JsonParser parser) {
    return parser.getParsingContext().getNestingDepth() >= maxDepth
        ? new LineRejection(Rule.TOO_DEEP, null, "JSON may be nested at most " + maxDepth + " deep")
        : new LineRejection(
            Rule.NUMBER_TOO_LONG,
            null,
            "a number may have at most " + MAX_NUMBER_LENGTH + " characters");
  }

  private static String place(JsonLocation location) {
    return location == null ? "" : " at character " + location.getColumnNr();
  }

  private static CharBuffer decode(byte[] line) throws LineRejection {
    ByteBuffer bytes = ByteBuffer.wrap(line);
    CharBuffer text = CharBuffer.allocate(line.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(bytes, text, true);
    if (result.isError()) {
      throw new LineRejection(
          Rule.INVALID_UTF8, null, "not UTF-8 at byte " + (bytes.position() + 1));
    }
    return text.flip();
  }
}
