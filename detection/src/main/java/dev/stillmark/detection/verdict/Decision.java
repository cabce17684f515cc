package dev.stillmark.detection.verdict;

/** What a verdict says; to be unable to decide is one of its values. */
public sealed interface Decision {

  /** The findings support Hp under the declared policy. */
  record Support() implements Decision {}

  /**
   * The findings do not support Hp although the test would have seen the declared effect.
   *
   * @param power the probability of support under Hp at that effect
   */
  record NoSupport(double power) implements Decision {}

  /** The findings decide nothing, and why. */
  record Inconclusive(Reason reason) implements Decision {}

  /** {@code support}, {@code no-support} or {@code inconclusive}. */
  default String code() {
    return switch (this) {
      case Support _ -> "support";
      case NoSupport _ -> "no-support";
      case Inconclusive _ -> "inconclusive";
    };
  }
}
