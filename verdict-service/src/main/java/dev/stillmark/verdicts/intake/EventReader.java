package dev.stillmark.verdicts.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Parses a record's bytes, under limits, into the event that its header names. */
final class EventReader {

  private static final int LONGEST_STRING = 2 << 20;
  private static final int LONGEST_DOCUMENT = 8 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength(LONGEST_STRING)
                          .maxDocumentLength(LONGEST_DOCUMENT)
                          .build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private EventReader() {}

  static <T> T read(byte[] payload, Class<T> type) {
    @Nullable T event;
    try {
      event = MAPPER.readValue(payload, type);
    } catch (JsonProcessingException e) {
      throw new UnusableRecordException(
          "invalid-json",
          "is no %s: %s at line %d, column %d"
              .formatted(
                  type.getSimpleName(),
                  e.getClass().getSimpleName(),
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 0 : e.getLocation().getColumnNr()),
          e);
    } catch (IOException e) {
      throw new IllegalStateException("reading an array in memory cannot fail", e);
    }
    if (event == null) {
      throw new UnusableRecordException("invalid-json", "is null");
    }
    return event;
  }

  static <T> T require(@Nullable T value, String field) {
    if (value == null) {
      throw new UnusableRecordException("missing-field", field + " must be present");
    }
    return value;
  }

  static String requireName(@Nullable String value, String field) {
    String fault = Names.fault(value);
    if (fault != null) {
      throw new UnusableRecordException("invalid-name", field + " " + fault);
    }
    return require(value, field);
  }

  static void requireVersion(int actual, int known) {
    if (actual != known) {
      throw new UnusableRecordException(
          "unknown-schema-version", "schemaVersion must be %d but is %d".formatted(known, actual));
    }
  }
}
