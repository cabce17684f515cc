package dev.stillmark.detection.attribution.measuring;

import dev.stillmark.detection.attribution.ModelAnswer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which prompts each model answered. */
final class AnsweredPrompts {

  private final Map<String, Set<Long>> byModel = new HashMap<>();

  AnsweredPrompts(Collection<ModelAnswer> answers) {
    for (ModelAnswer answer : answers) {
      byModel.computeIfAbsent(answer.model(), model -> new HashSet<>()).add(answer.promptId());
    }
  }

  int byBoth(String model, String other) {
    Set<Long> both = new HashSet<>(byModel.getOrDefault(model, Set.of()));
    both.retainAll(byModel.getOrDefault(other, Set.of()));
    return both.size();
  }
}
