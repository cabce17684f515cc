package dev.stillmark.verdicts.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Rows on their way into a statement as one JSON parameter, and JSON columns on their way out. */
final class SqlJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private SqlJson() {}

  /**
   * A table expression over the parameter {@code :rows}.
   *
   * <p>Two casts, because the client would send text for a jsonb parameter as a JSON string.
   */
  static String rows(String columns) {
    return "jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(" + columns + ")";
  }

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of this module can always be written", e);
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds what this module wrote", e);
    }
  }

  static <T> T read(String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds what this module wrote", e);
    }
  }
}
