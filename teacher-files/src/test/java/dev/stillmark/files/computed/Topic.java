package dev.stillmark.files.computed;

import dev.stillmark.detection.probe.Checker;
import dev.stillmark.detection.probe.ChoiceChecker;
import dev.stillmark.detection.probe.ListChecker;
import dev.stillmark.detection.probe.NumberChecker;
import dev.stillmark.detection.probe.Probe;
import dev.stillmark.detection.probe.TextChecker;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Twelve questions of one kind, from easy to hard, all drawn from the topic's own generator. */
final class Topic {

  static final int QUESTIONS = 12;
  static final Checker NUMBER = new NumberChecker(BigDecimal.ZERO, Map.of());
  static final Checker WORD = new TextChecker(1, false);
  static final Checker EXACT_WORD = new TextChecker(1, true);
  static final Checker LIST = new ListChecker(true);
  static final Checker YES_NO = new ChoiceChecker(List.of("yes", "no"));

  final SplittableRandom random;
  private final String name;
  private final Checker checker;
  private final List<Probe> probes = new ArrayList<>();

  Topic(String name, Checker checker) {
    this.name = name;
    this.checker = checker;
    this.random = new SplittableRandom(name.hashCode());
  }

  /** Asks one question for each level, 0 (easy) to 11 (hard). */
  static List<Probe> of(String name, Checker checker, Level level) {
    Topic topic = new Topic(name, checker);
    for (int i = 0; i < QUESTIONS; i++) {
      level.ask(topic, i);
    }
    return List.copyOf(topic.probes);
  }

  /** Adds the question of one level. */
  interface Level {
    void ask(Topic topic, int level);
  }

  void add(String question, Object... answers) {
    int number = probes.size();
    String difficulty = number < 4 ? "easy" : number < 8 ? "medium" : "hard";
    String id = "%s-%02d".formatted(name, number + 1);
    List<String> accepted = Arrays.stream(answers).map(String::valueOf).distinct().toList();
    probes.add(new Probe(id, question, accepted, checker, name, difficulty));
  }

  int between(int least, int greatest) {
    return random.nextInt(least, greatest + 1);
  }
}
