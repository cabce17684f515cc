package dev.stillmark.detection.probe;

import java.util.List;
import java.util.Optional;

/**
 * A question whose answer is known.
 *
 * @param answers that are accepted, at least one, each one that {@code checker} can read
 * @param topic and {@code difficulty} are words for people, perhaps empty
 */
public record Probe(
    String id,
    String question,
    List<String> answers,
    Checker checker,
    String topic,
    String difficulty) {

  /** Characters of an answer; a longer one is unreadable. */
  public static final int LONGEST_ANSWER = 100_000;

  public Probe {
    answers = List.copyOf(answers);
    if (id.isBlank() || question.isBlank()) {
      throw new IllegalArgumentException("id and question must not be blank");
    }
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("answers must be at least 1 but are 0");
    }
    for (String answer : answers) {
      if (checker.read(answer, true, question).isEmpty()) {
        throw new IllegalArgumentException(
            "answers must be readable by the checker but '%s' is not".formatted(answer));
      }
    }
  }

  /**
   * Grades what a model answered.
   *
   * <p>A result that the model itself marks as such comes first, then a refusal, then whatever else
   * can be read: "I'm not sure, but the answer is 7" is 7, "I can't count to 7" is a refusal.
   */
  public Grade grade(String answer) {
    if (answer.length() > LONGEST_ANSWER) {
      return Grade.UNREADABLE;
    }
    Passages passages = Passages.of(answer);
    Optional<String> marked = firstReadable(passages.marked());
    if (marked.isEmpty() && Abstention.isIn(answer)) {
      return Grade.ABSTAINED;
    }
    return marked
        .or(() -> firstReadable(passages.plain()))
        .map(this::judge)
        .orElse(Grade.UNREADABLE);
  }

  private Optional<String> firstReadable(List<Passage> passages) {
    return passages.stream()
        .flatMap(passage -> checker.read(passage.text(), passage.isMarked(), question).stream())
        .findFirst();
  }

  private Grade judge(String read) {
    boolean isRight =
        answers.stream()
            .flatMap(answer -> checker.read(answer, true, question).stream())
            .anyMatch(accepted -> checker.agrees(read, accepted));
    return isRight ? Grade.RIGHT : new Grade.Wrong(checker.compared(read));
  }
}
