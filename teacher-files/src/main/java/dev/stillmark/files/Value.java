package dev.stillmark.files;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One value of a YAML or JSON file, with its place for faults. */
final class Value {

  private static final int INTEGER_DIGITS = 80;

  private final Path file;
  private final String field;
  private final Node node;

  Value(Path file, String field, Node node) {
    this.file = file;
    this.field = field;
    this.node = node;
  }

  Path file() {
    return file;
  }

  InputFault fault(String rule) {
    return new InputFault(file, line(), field, rule);
  }

  @Nullable Integer line() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(null);
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  /** The text of a scalar, also of one that looks like a number. */
  String text() {
    if (!(node instanceof ScalarNode scalar)) {
      throw fault("must be text but is " + kind());
    }
    if (isNull()) {
      throw fault("must be text but is null");
    }
    return scalar.getValue();
  }

  String nonBlankText() {
    String text = text();
    if (text.isBlank()) {
      throw fault("must not be blank");
    }
    return text;
  }

  long integerWithin(long least, long greatest) {
    String text = text();
    if (text.matches("-?[0-9]{1,18}")) {
      long value = Long.parseLong(text);
      if (value >= least && value <= greatest) {
        return value;
      }
    }
    throw fault("must be an integer within %d..%d but is %s".formatted(least, greatest, shown()));
  }

  double number() {
    String text = text();
    if (text.length() > INTEGER_DIGITS
        || !text.matches("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?")) {
      throw fault("must be a number but is " + shown());
    }
    return Double.parseDouble(text);
  }

  boolean isTrue() {
    String text = text();
    if (!text.equals("true") && !text.equals("false")) {
      throw fault("must be true or false but is " + shown());
    }
    return text.equals("true");
  }

  /** One of an enum's constants, in lower case and with hyphens. */
  <E extends Enum<E>> E choice(E[] choices) {
    Map<String, E> byName = new LinkedHashMap<>();
    for (E choice : choices) {
      byName.put(choice.name().toLowerCase(Locale.ROOT).replace('_', '-'), choice);
    }
    return oneOf(byName);
  }

  /** What the text names among {@code choices}, which must not be empty. */
  <T> T oneOf(Map<String, T> choices) {
    T choice = choices.get(text());
    if (choice == null) {
      List<String> names = new ArrayList<>(choices.keySet());
      String last = names.removeLast();
      String all = names.isEmpty() ? last : String.join(", ", names) + " or " + last;
      throw fault("must be %s but is %s".formatted(all, shown()));
    }
    return choice;
  }

  LocalDate date() {
    try {
      return LocalDate.parse(text());
    } catch (DateTimeException e) {
      throw fault("must be a date such as 2026-01-31 but is " + shown());
    }
  }

  List<Value> list() {
    if (!(node instanceof SequenceNode sequence)) {
      throw fault("must be a list but is " + kind());
    }
    List<Value> values = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      values.add(new Value(file, field + "[" + values.size() + "]", element));
    }
    return values;
  }

  /** A list, or a single value that stands for a list of one. */
  List<Value> oneOrMore() {
    List<Value> values = isList() ? list() : List.of(this);
    if (values.isEmpty()) {
      throw fault("must not be empty");
    }
    return values;
  }

  /** The fields of a mapping; each name once. */
  Map<String, Value> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw fault("must have fields but is " + kind());
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Value key = new Value(file, field, tuple.getKeyNode());
      String name = key.text();
      String path = field.isEmpty() ? name : field + "." + name;
      Value value = new Value(file, path, tuple.getValueNode());
      if (entries.put(name, value) != null) {
        throw new InputFault(file, key.line(), path, "must not appear twice");
      }
    }
    return entries;
  }

  /** The fields of a mapping that knows only {@code known} names. */
  Fields fields(List<String> known) {
    return new Fields(this, entries(), known);
  }

  /** The value for a message, cut short; for values that are no secrets. */
  String shown() {
    String text = text();
    String cut = text.length() <= 60 ? text : text.substring(0, 60) + "…";
    return cut.chars().anyMatch(Character::isISOControl) || cut.isEmpty() ? "'…'" : cut;
  }

  private String kind() {
    return switch (node.getNodeType()) {
      case SCALAR -> isNull() ? "null" : "a single value";
      case SEQUENCE -> "a list";
      case MAPPING -> "a mapping";
      case ANCHOR -> "an anchor";
    };
  }
}
