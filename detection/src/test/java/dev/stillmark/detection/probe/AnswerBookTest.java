package dev.stillmark.detection.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerBookTest {

  private static final Checker NUMBER = new NumberChecker(BigDecimal.ZERO, Map.of());
  private static final ProbeSet SET =
      new ProbeSet(List.of(probe("p1", "One?"), probe("p2", "Two?")));

  private final AnswerBook answers = new AnswerBook(SET);

  @Test
  void the_same_answer_counts_once_in_any_wording() {
    answers.add("m", "p1", "7");
    answers.add("m", "p1", "The answer is 7.");

    assertThat(answers.respondent("m", "f").grades())
        .containsExactly(new Grade.Wrong("7"), Grade.MISSING);
    assertThat(answers.conflicts("m")).isZero();
  }

  @Test
  void two_answers_to_one_question_take_each_other_away_in_any_order() {
    answers.add("m", "p1", "7");
    answers.add("m", "p1", "8");
    answers.add("m", "p1", "7");

    assertThat(answers.respondent("m", "f").grades()).containsOnly(Grade.MISSING);
    assertThat(answers.conflicts("m")).isEqualTo(1);
  }

  @Test
  void knows_the_questions_of_its_set_only() {
    assertThat(answers.add("m", "p3", "7")).isFalse();
    assertThat(answers.models()).isEmpty();
  }

  @Test
  void the_digest_changes_with_everything_that_decides() {
    Probe other = new Probe("p1", "One?", List.of("2"), NUMBER, "", "");

    assertThat(new ProbeSet(List.of(other, probe("p2", "Two?"))).digest())
        .isNotEqualTo(SET.digest());
    assertThat(new ProbeSet(List.of(probe("p2", "Two?"), probe("p1", "One?"))).digest())
        .isNotEqualTo(SET.digest());
  }

  @Test
  void refuses_a_question_that_is_asked_twice() {
    assertThatThrownBy(() -> new ProbeSet(List.of(probe("p1", "One?"), probe("p2", "One?"))))
        .hasMessage("question must be that of one probe only but 'One?' is repeated");
  }

  private static Probe probe(String id, String question) {
    return new Probe(id, question, List.of("1"), NUMBER, "", "");
  }
}
