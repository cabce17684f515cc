package dev.stillmark.files.computed;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The answers to our own probes once more, from the wording alone and by other algorithms than
 * those that made them.
 */
final class Derivations {

  private static final Map<String, Function<Wording, Object>> BY_TOPIC = new TreeMap<>();

  static {
    BY_TOPIC.putAll(DerivedWords.BY_TOPIC);
    BY_TOPIC.putAll(DerivedDates.BY_TOPIC);
    BY_TOPIC.putAll(DerivedNumbers.BY_TOPIC);
    BY_TOPIC.putAll(DerivedCodes.BY_TOPIC);
    BY_TOPIC.putAll(DerivedBoards.BY_TOPIC);
  }

  private Derivations() {}

  static String answer(String topic, String question) {
    Function<Wording, Object> derivation = BY_TOPIC.get(topic);
    if (derivation == null) {
      throw new IllegalArgumentException("topic must be derived but is " + topic);
    }
    return String.valueOf(derivation.apply(new Wording(question)));
  }
}
