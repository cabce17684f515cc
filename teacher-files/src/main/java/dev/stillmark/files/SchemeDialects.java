package dev.stillmark.files;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All dialects that can be read, by scheme and dialect; a scheme's first dialect is its default.
 */
final class SchemeDialects {

  private static final Map<String, Map<String, SchemeDialect>> ALL = new LinkedHashMap<>();

  static {
    add("kgw", "transformers", KgwFields.TRANSFORMERS);
  }

  private SchemeDialects() {}

  private static void add(String scheme, String dialect, SchemeDialect fields) {
    ALL.computeIfAbsent(scheme, _ -> new LinkedHashMap<>()).put(dialect, fields);
  }

  /**
   * The dialect that a scheme object names. Looked at before anything else: another scheme's
   * parameters are no misspelling.
   */
  static SchemeDialect of(Value value) {
    Map<String, Value> entries = value.entries();
    Value scheme = entries.get("scheme");
    if (scheme == null) {
      throw value.fault("must have the field 'scheme'");
    }
    Map<String, SchemeDialect> dialects = scheme.oneOf(ALL);
    Value dialect = entries.get("dialect");
    return dialect == null ? dialects.values().iterator().next() : dialect.oneOf(dialects);
  }
}
