package dev.stillmark.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of one mapping; a name that is not known is a fault that names the nearest one. */
final class Fields {

  private final Value owner;
  private final Map<String, Value> entries;

  Fields(Value owner, Map<String, Value> entries, List<String> known) {
    this.owner = owner;
    this.entries = entries;
    entries.forEach((name, value) -> {
      if (!known.contains(name)) {
        throw value.fault(
            "is not known; the nearest known field is '%s'".formatted(nearest(name, known)));
      }
    });
  }

  Value owner() {
    return owner;
  }

  /** The field, or empty where it is absent or null. */
  Optional<Value> optional(String name) {
    return Optional.ofNullable(entries.get(name)).filter(value -> !value.isNull());
  }

  Value required(String name) {
    return optional(name).orElseThrow(() -> owner.fault(missing(name)));
  }

  double number(String name, double otherwise) {
    return optional(name).map(Value::number).orElse(otherwise);
  }

  long integer(String name, long least, long greatest, long otherwise) {
    return optional(name).map(value -> value.integerWithin(least, greatest)).orElse(otherwise);
  }

  /** The same under any of several names, of which at most one may stand. */
  double number(List<String> names, double otherwise) {
    return oneOf(names).map(Value::number).orElse(otherwise);
  }

  long integer(List<String> names, long least, long greatest, long otherwise) {
    return oneOf(names).map(value -> value.integerWithin(least, greatest)).orElse(otherwise);
  }

  private Optional<Value> oneOf(List<String> names) {
    List<Value> given = names.stream().map(this::optional).flatMap(Optional::stream).toList();
    if (given.size() > 1) {
      throw given.get(1).fault("must not stand beside another name of the same field");
    }
    return given.stream().findFirst();
  }

  /** One of these texts. */
  String oneOf(String name, List<String> choices, String otherwise) {
    return optional(name)
        .map(value ->
            value.oneOf(
                choices.stream()
                    .collect(
                        Collectors.toMap(
                            choice -> choice, choice -> choice, (a, _) -> a, LinkedHashMap::new))))
        .orElse(otherwise);
  }

  /** A field that may be absent and has one value only. */
  void only(String name, String text) {
    optional(name).ifPresent(value -> value.oneOf(Map.of(text, text)));
  }

  int vocabularySize() {
    return (int) required("vocabSize").integerWithin(2, Integer.MAX_VALUE);
  }

  @Nullable Long bosTokenId() {
    return optional("bosTokenId").map(id -> id.integerWithin(0, Integer.MAX_VALUE)).orElse(null);
  }

  boolean flag(String name, boolean otherwise) {
    return optional(name).map(Value::isTrue).orElse(otherwise);
  }

  /** One of an enum's constants, in lower case and with hyphens. */
  <E extends Enum<E>> E choice(String name, E[] choices, E otherwise) {
    return optional(name).map(value -> value.choice(choices)).orElse(otherwise);
  }

  private String missing(String name) {
    return "must have the field '%s'".formatted(name);
  }

  /** Turns a message of the core, which begins with the field it is about, into a fault here. */
  InputFault fault(IllegalArgumentException broken) {
    String message = String.valueOf(broken.getMessage());
    int blank = message.indexOf(' ');
    String first = blank < 0 ? message : message.substring(0, blank);
    Value about = entries.get(first);
    return about == null
        ? owner.fault("is refused: " + message)
        : about.fault(message.substring(blank + 1));
  }

  static String nearest(String name, List<String> known) {
    String best = known.getFirst();
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = editDistance(name, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  /** Levenshtein, over at most 64 characters of either, ignoring case. */
  private static int editDistance(String first, String second) {
    String a = first.substring(0, Math.min(64, first.length()));
    String b = second.substring(0, Math.min(64, second.length()));
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same =
            Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
        int replaced = diagonal + (same ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
