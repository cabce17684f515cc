package dev.stillmark.testkit;

import dev.stillmark.testkit.Grammar.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes questions and essays in one house style; plain ASCII. */
record ProseWriter(Grammar grammar, HouseStyle style) {

  private static final int FEWEST_SENTENCES = 7;
  private static final int MOST_SENTENCES = 14;
  private static final Pattern ARTICLE_BEFORE_VOWEL = Pattern.compile("\\b([Aa])(?= [aeio])");
  private static final Pattern SENTENCE_START = Pattern.compile("(?:^|[.?!] |\")[a-z]");

  String question(String topic, SplittableRandom random) {
    return sentence("question", topic, random);
  }

  /** {@code count} essays about topics drawn at random. */
  List<String> essays(int count, SplittableRandom random) {
    List<String> topics = grammar.topics();
    List<String> essays = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      essays.add(essay(topics.get(random.nextInt(topics.size())), random));
    }
    return essays;
  }

  private String essay(String topic, SplittableRandom random) {
    int sentences = random.nextInt(FEWEST_SENTENCES, MOST_SENTENCES + 1);
    StringBuilder essay = new StringBuilder(sentence("sentence", topic, random));
    for (int i = 1; i < sentences; i++) {
      essay.append(' ').append(sentence("sentence", topic, random));
    }
    return essay.toString();
  }

  private String sentence(String rule, String topic, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    expand(rule, topic, random, text);
    String withArticles = ARTICLE_BEFORE_VOWEL.matcher(text).replaceAll("$1n");
    return SENTENCE_START.matcher(withArticles).replaceAll(ProseWriter::withCapital);
  }

  private void expand(String rule, String topic, SplittableRandom random, StringBuilder into) {
    int choice = style.choose(rule, random);
    for (Part part : grammar.rule(rule).alternatives().get(choice)) {
      switch (part) {
        case Part.Text(String text) -> into.append(text);
        case Part.Reference(String name, Inflection inflection) -> {
          int start = into.length();
          expand(Grammar.resolve(name, topic), topic, random, into);
          into.replace(start, into.length(), inflection.of(into.substring(start)));
        }
      }
    }
  }

  private static String withCapital(MatchResult start) {
    String found = start.group();
    int last = found.length() - 1;
    return found.substring(0, last) + Character.toUpperCase(found.charAt(last));
  }
}
