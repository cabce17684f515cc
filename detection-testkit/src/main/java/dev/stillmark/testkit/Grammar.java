package dev.stillmark.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A context-free grammar of English-like prose with its word stock.
 *
 * <p>Its notation is explained at the head of {@code prose.grammar}.
 */
record Grammar(Map<String, Rule> rules) {

  /** How freely a house style may weigh a rule's alternatives. */
  enum Kind {
    WORDS,
    PHRASES,
    HABIT
  }

  record Rule(Kind kind, List<List<Part>> alternatives) {}

  /** A piece of an alternative. */
  sealed interface Part {

    record Text(String text) implements Part {}

    record Reference(String rule, Inflection inflection) implements Part {}
  }

  private static final Pattern HEAD = Pattern.compile("([\\w-]+)(:|!? =) (.*)", Pattern.DOTALL);
  private static final Pattern REFERENCE = Pattern.compile("\\{([\\w-]+)(?:\\+(\\w+))?}");
  private static final String TOPIC = "my-";

  /** The prose of all invented models. */
  static Grammar ofProse() {
    try (InputStream in = Grammar.class.getResourceAsStream("prose.grammar")) {
      if (in == null) {
        throw new IllegalStateException("prose.grammar is missing from the testkit");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Grammar parse(String text) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (String line : text.replaceAll("\n[ \t]+", " ").split("\n", -1)) {
      Matcher head = HEAD.matcher(line);
      if (head.matches()) {
        rules.put(head.group(1), rule(head.group(2), head.group(3)));
      }
    }
    return new Grammar(rules);
  }

  Rule rule(String name) {
    Rule rule = rules.get(name);
    if (rule == null) {
      throw new IllegalArgumentException("the grammar has no rule " + name);
    }
    return rule;
  }

  /** Names of the topics: those that have nouns of their own. */
  List<String> topics() {
    return rules.keySet().stream()
        .filter(name -> name.endsWith("-noun") && rules.containsKey(topicOf(name) + "-verb"))
        .map(Grammar::topicOf)
        .toList();
  }

  /** The rule that a reference means in a document about {@code topic}. */
  static String resolve(String reference, String topic) {
    return reference.startsWith(TOPIC)
        ? topic + reference.substring(TOPIC.length() - 1)
        : reference;
  }

  private static String topicOf(String nounRule) {
    return nounRule.substring(0, nounRule.length() - "-noun".length());
  }

  private static Rule rule(String sign, String body) {
    if (sign.equals(":")) {
      return new Rule(Kind.WORDS, alternatives(body.strip().split("\\s+", -1)));
    }
    Kind kind = sign.startsWith("!") ? Kind.HABIT : Kind.PHRASES;
    return new Rule(kind, alternatives(body.split("\\|", -1)));
  }

  private static List<List<Part>> alternatives(String... texts) {
    return Arrays.stream(texts).map(text -> parts(text.strip())).toList();
  }

  private static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher reference = REFERENCE.matcher(text);
    int from = 0;
    while (reference.find()) {
      if (reference.start() > from) {
        parts.add(new Part.Text(text.substring(from, reference.start())));
      }
      parts.add(new Part.Reference(reference.group(1), inflection(reference.group(2))));
      from = reference.end();
    }
    if (from < text.length()) {
      parts.add(new Part.Text(text.substring(from)));
    }
    return List.copyOf(parts);
  }

  private static Inflection inflection(@Nullable String suffix) {
    return suffix == null ? Inflection.NONE : Inflection.valueOf(suffix.toUpperCase(Locale.ROOT));
  }
}
