package dev.stillmark.testkit;

import dev.stillmark.testkit.Scenario.Suspect;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Scenarios played once and shared between tests. */
final class Scenarios {

  private static final Map<Long, Scenario> PLAYED = new ConcurrentHashMap<>();

  private Scenarios() {}

  static Scenario of(long seed) {
    return PLAYED.computeIfAbsent(seed, DistillationScenario::of);
  }

  static Suspect suspect(Scenario scenario, String name) {
    return scenario.suspects().stream()
        .filter(suspect -> suspect.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
