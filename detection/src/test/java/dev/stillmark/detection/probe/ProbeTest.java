package dev.stillmark.detection.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeTest {

  private static final Probe COUNT =
      probe("How many primes lie between 10 and 60?", "13", number("0", Map.of()));
  private static final Probe LENGTH =
      probe("How long is it?", "2.5", number("0.01", Map.of("cm", new BigDecimal("0.01"))));
  private static final Probe LETTER =
      probe("Which one?", "B", new ChoiceChecker(List.of("A", "B", "C", "D")));
  private static final Probe DAY =
      probe("Which day?", "Friday", new ChoiceChecker(List.of("Thursday", "Friday", "Saturday")));
  private static final Probe SORTED =
      probe("Sort: pear, fig, apple", "apple, fig, pear", new ListChecker(true));
  private static final Probe WORD =
      probe("Spell 'tac' backwards.", "cat", new TextChecker(1, false));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13",
        "13.",
        "**13**",
        "thirteen",
        "The answer is 13.",
        "The answer is **13**, since 11 and 13 are the first of them.",
        "So we get \\boxed{13}.",
        "$$\\boxed{13}$$",
        "\\(\\boxed{\\text{13}}\\)",
        "Between 10 and 60 there are 13 primes.",
        "13 primes lie between 10 and 60.",
        "There are **13** primes between **10** and **60**.",
        "<think>Perhaps 12, no, 14.</think>\n\n13",
        "Answer: 13",
        "I'm not sure, but the answer is 13.",
        "17 - 4 = 13"
      })
  void numbers_are_found_in_chatty_answers(String answer) {
    assertThat(COUNT.grade(answer)).isEqualTo(Grade.RIGHT);
  }

  @Test
  void a_wrong_number_is_kept_in_one_form() {
    Probe large = probe("How many?", "1", number("0", Map.of()));

    assertThat(
            List.of(
                large.grade("The answer is 1,234,500"),
                large.grade("**1234500.0**"),
                large.grade("\\boxed{1{,}234{,}500}"),
                large.grade("1\u202f234\u202f500")))
        .containsOnly(new Grade.Wrong("1234500"));
    assertThat(large.grade("−7")).isEqualTo(new Grade.Wrong("-7"));
  }

  @Test
  void several_numbers_of_which_none_is_marked_cannot_be_read() {
    assertThat(COUNT.grade("It could be 12 or 14")).isEqualTo(Grade.UNREADABLE);
    assertThat(COUNT.grade("It depends.")).isEqualTo(Grade.UNREADABLE);
    assertThat(COUNT.grade("")).isEqualTo(Grade.UNREADABLE);
  }

  @Test
  void units_and_tolerance_count() {
    assertThat(LENGTH.grade("250 cm")).isEqualTo(Grade.RIGHT);
    assertThat(LENGTH.grade("about 2.51 m")).isEqualTo(Grade.RIGHT);
    assertThat(LENGTH.grade("2.511")).isEqualTo(new Grade.Wrong("2.51"));
    assertThat(LENGTH.grade("3.141")).isEqualTo(LENGTH.grade("3.1405"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I don't know.",
        "I’m sorry, I can’t help with that.",
        "As an AI, I have no way to count 7 things.",
        "I cannot determine this."
      })
  void refusals_are_neither_right_nor_wrong(String answer) {
    assertThat(COUNT.grade(answer)).isEqualTo(Grade.ABSTAINED);
  }

  @Test
  void letters_of_a_choice_are_no_articles() {
    assertThat(LETTER.grade("B")).isEqualTo(Grade.RIGHT);
    assertThat(LETTER.grade("(B) because A is too small")).isEqualTo(Grade.RIGHT);
    assertThat(LETTER.grade("The answer is B, not C.")).isEqualTo(Grade.RIGHT);
    assertThat(LETTER.grade("**B.** Paris")).isEqualTo(Grade.RIGHT);
    assertThat(LETTER.grade("Option C is best")).isEqualTo(new Grade.Wrong("C"));
    assertThat(LETTER.grade("A good question")).isEqualTo(Grade.UNREADABLE);
  }

  @Test
  void words_of_a_choice_are_found_in_sentences() {
    assertThat(DAY.grade("It was a Friday.")).isEqualTo(Grade.RIGHT);
    assertThat(DAY.grade("friday, the day after Thursday")).isEqualTo(Grade.RIGHT);
    assertThat(DAY.grade("Either Friday or Saturday")).isEqualTo(Grade.UNREADABLE);
    assertThat(DAY.grade("**Saturday**")).isEqualTo(new Grade.Wrong("Saturday"));
  }

  @Test
  void lists_are_read_in_any_layout() {
    assertThat(SORTED.grade("apple, fig, pear")).isEqualTo(Grade.RIGHT);
    assertThat(SORTED.grade("The answer is: Apple, fig, and pear.")).isEqualTo(Grade.RIGHT);
    assertThat(SORTED.grade("The answer is:\n1. apple\n2. fig\n3. pear")).isEqualTo(Grade.RIGHT);
    assertThat(SORTED.grade("Sorted: fig; apple; pear"))
        .isEqualTo(new Grade.Wrong("fig, apple, pear"));
  }

  @Test
  void sets_have_no_order() {
    Probe set = probe("Which?", "red, blue", new ListChecker(false));

    assertThat(set.grade("blue and red")).isEqualTo(Grade.RIGHT);
    assertThat(set.grade("red, green")).isEqualTo(set.grade("green, red, green"));
  }

  @Test
  void texts_are_compared_without_quotes_and_case() {
    assertThat(WORD.grade("\"Cat\"")).isEqualTo(Grade.RIGHT);
    assertThat(WORD.grade("Sure!\n\nThe word is 'cat'.")).isEqualTo(Grade.RIGHT);
    assertThat(WORD.grade("`act`")).isEqualTo(new Grade.Wrong("act"));
    assertThat(WORD.grade("It is a small animal that purrs")).isEqualTo(Grade.UNREADABLE);
  }

  /** Each of these is long or nested enough to hold up a pattern that looks back. */
  @Test
  void hostile_answers_are_read_or_refused_but_never_break_anything() {
    List<Probe> probes = List.of(COUNT, LENGTH, LETTER, DAY, SORTED, WORD);
    List<String> hostile =
        List.of(
            "9".repeat(19_000),
            "9,".repeat(9_000),
            "1,111".repeat(3_800),
            "\\boxed{".repeat(2_500),
            "{".repeat(19_000),
            "*".repeat(19_000),
            "**a".repeat(6_000),
            "\"".repeat(19_000),
            "answer".repeat(3_000),
            "answer is ".repeat(1_900),
            "answer" + " ".repeat(19_000),
            " and ".repeat(3_800),
            "\n".repeat(19_000),
            "\uD800".repeat(10),
            "\u0000\u202E",
            "x".repeat(100_001));

    for (Probe probe : probes) {
      for (String answer : hostile) {
        assertThat(probe.grade(answer)).isNotEqualTo(Grade.RIGHT);
      }
    }
  }

  @Test
  void refuses_what_cannot_be_a_probe() {
    assertThatThrownBy(() -> probe("How many?", "some", number("0", Map.of())))
        .hasMessage("answers must be readable by the checker but 'some' is not");
    assertThatThrownBy(() -> probe(" ", "1", number("0", Map.of())))
        .hasMessage("id and question must not be blank");
    assertThatThrownBy(() -> number("1e-999999999", Map.of()))
        .hasMessage("tolerance must have at most 30 digits");
    assertThatThrownBy(() -> number("-1", Map.of()))
        .hasMessage("tolerance must be at least 0 but is -1");
    assertThatThrownBy(() -> new ChoiceChecker(List.of("yes", "YES")))
        .hasMessage("options must be at least 2, all different, but are [yes, YES]");
  }

  private static NumberChecker number(String tolerance, Map<String, BigDecimal> units) {
    return new NumberChecker(new BigDecimal(tolerance), units);
  }

  private static Probe probe(String question, String answer, Checker checker) {
    return new Probe("id", question, List.of(answer), checker, "", "");
  }
}
