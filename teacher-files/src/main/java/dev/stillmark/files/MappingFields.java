package dev.stillmark.files;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what the fields of a file of outputs are called there, and which of its rows count. */
final class MappingFields {

  static final String FIELDS = "fields";
  static final String WHERE = "where";

  private MappingFields() {}

  static FieldMapping read(Fields one) {
    Map<String, String> mapped = new LinkedHashMap<>();
    Optional<Value> given = one.optional(FIELDS);
    if (given.isPresent()) {
      given.get().fields(FieldMapping.NAMES);
      given.get().entries().forEach((ours, theirs) -> map(mapped, ours, theirs));
    }
    Map<String, Set<String>> where = new LinkedHashMap<>();
    one.optional(WHERE)
        .ifPresent(filter -> filter.entries().forEach((name, v) -> where.put(name, accepted(v))));
    return new FieldMapping(mapped, where);
  }

  private static void map(Map<String, String> mapped, String ours, Value theirs) {
    String name = theirs.nonBlankText();
    if (mapped.containsValue(name)) {
      throw theirs.fault("must not name the field '%s' again".formatted(theirs.shown()));
    }
    mapped.put(ours, name);
  }

  private static Set<String> accepted(Value values) {
    List<String> texts = values.oneOrMore().stream().map(Value::text).toList();
    return new LinkedHashSet<>(texts);
  }
}
