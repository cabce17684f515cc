package dev.stillmark.fingerprint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stillmark.events.CollectionAccepted;
import dev.stillmark.events.SuspectOutputCaptured;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a record strictly; whatever it cannot use becomes a reason, never a throw. */
final class RecordParser {

  /** What is passed on gets longer headers, and must not outgrow what Kafka takes. */
  private static final int PASSED_ON_LIMIT = 64 << 10;

  private final JsonMapper json;
  private final OutputRules rules;
  private final int byteLimit;

  RecordParser(FingerprintConfig.Limits limits) {
    byteLimit = limits.recordBytes();
    rules = new OutputRules(limits.tokenIds());
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.depth())
                    .maxStringLength(byteLimit)
                    .maxNumberLength(30)
                    .maxNameLength(1000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
    json =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfigDefaults(StrictScalars::apply)
            .build();
  }

  /**
   * @param type the value of the record's type header, or null where it has none
   */
  ReadRecord parse(@Nullable String type, byte @Nullable [] payload) {
    if (payload == null || payload.length == 0) {
      return Quarantined.unread("empty-payload", "a record must have a payload");
    }
    if (payload.length > byteLimit) {
      return Quarantined.unread(
          "too-long",
          "a record must be at most %d bytes long but has %d".formatted(byteLimit, payload.length));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
      return parse(type, json.readTree(text), payload.length);
    } catch (CharacterCodingException e) {
      return Quarantined.unread("invalid-utf-8", "a record must be valid UTF-8");
    } catch (StreamConstraintsException e) {
      return Quarantined.unread(
          "beyond-limits", "a record must stay within the limits on depth, text and numbers");
    } catch (JsonProcessingException e) {
      return Quarantined.unread(
          "invalid-json", "a record must be one JSON object with unique names" + placeOf(e));
    }
  }

  private static String placeOf(JsonProcessingException e) {
    return e.getLocation() == null ? "" : ", broken at column " + e.getLocation().getColumnNr();
  }

  private ReadRecord parse(@Nullable String type, JsonNode node, int length) {
    if (!node.isObject()) {
      return Quarantined.unread("invalid-json", "a record must be a JSON object");
    }
    if ("SuspectOutputCaptured".equals(type)) {
      return versioned(node, SuspectOutputCaptured.SCHEMA_VERSION, this::output);
    }
    if ("CollectionAccepted".equals(type)) {
      return length <= PASSED_ON_LIMIT
          ? versioned(node, CollectionAccepted.SCHEMA_VERSION, this::accepted)
          : because(
              node,
              "too-long",
              "a CollectionAccepted must be at most %d bytes long but has %d"
                  .formatted(PASSED_ON_LIMIT, length));
    }
    return because(
        node,
        "unknown-type",
        "ce_type must be SuspectOutputCaptured or CollectionAccepted"
            + (type == null ? " but is missing" : ""));
  }

  /** Reads a node of the right version. */
  private interface Reading {
    ReadRecord read(JsonNode node) throws JsonProcessingException;
  }

  private static ReadRecord versioned(JsonNode node, int version, Reading reading) {
    JsonNode given = node.path("schemaVersion");
    if (!given.isInt() || given.intValue() != version) {
      return because(node, "unknown-schema-version", "schemaVersion must be " + version);
    }
    try {
      return reading.read(node);
    } catch (JsonProcessingException e) {
      return because(node, "invalid-field", fieldOf(e) + " must be known and have its type");
    }
  }

  private ReadRecord output(JsonNode node) throws JsonProcessingException {
    SuspectOutputCaptured captured = json.treeToValue(node, SuspectOutputCaptured.class);
    String broken = rules.brokenBy(captured);
    if (broken != null) {
      return because(node, "invalid-field", broken);
    }
    return OutputRules.hasItsOwnId(captured)
        ? new ReadRecord.Output(captured)
        : because(node, "wrong-output-id", "outputId must be the digest of the output");
  }

  private ReadRecord accepted(JsonNode node) throws JsonProcessingException {
    String broken = OutputRules.brokenBy(json.treeToValue(node, CollectionAccepted.class));
    return broken == null ? new ReadRecord.Passed() : because(node, "invalid-field", broken);
  }

  private static String fieldOf(JsonProcessingException e) {
    if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return "every field";
    }
    String field = mapping.getPath().getFirst().getFieldName();
    return field != null && field.matches("[A-Za-z]{1,40}") ? field : "every field";
  }

  private static Quarantined because(JsonNode node, String rule, String message) {
    return new Quarantined(
        rule,
        message,
        shortText(node, "suspect"),
        shortText(node, "collection"),
        shortText(node, "outputId"),
        shortText(node, "requestId"));
  }

  private static @Nullable String shortText(JsonNode node, String field) {
    JsonNode value = node.path(field);
    boolean usable =
        value.isTextual()
            && value.textValue().length() <= OutputRules.NAME_LIMIT
            && OutputRules.isWellFormed(value.textValue());
    return usable ? value.textValue() : null;
  }
}
