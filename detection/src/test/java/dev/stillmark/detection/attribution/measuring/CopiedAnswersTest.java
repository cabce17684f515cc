package dev.stillmark.detection.attribution.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.attribution.ModelAnswer;
import dev.stillmark.detection.attribution.measuring.CopiedAnswers.Copy;
import dev.stillmark.detection.attribution.measuring.CopiedAnswers.Pair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopiedAnswersTest {

  private static final String LONG = "word ".repeat(CopiedAnswers.LEAST_TOKENS).strip();
  private static final String SHORT = LONG.substring("word ".length());

  @Test
  void an_answer_of_60_tokens_given_twice_is_a_copy() {
    List<ModelAnswer> answers =
        List.of(
            new ModelAnswer("b", 1, LONG),
            new ModelAnswer("a", 1, LONG),
            new ModelAnswer("a", 2, "one"),
            new ModelAnswer("b", 2, "two"),
            new ModelAnswer("b", 3, LONG));

    CopiedAnswers copied = CopiedAnswers.among(answers);

    assertThat(copied.copies()).containsExactly(new Copy(1, "a", "b"));
    assertThat(copied.pairs()).containsExactly(new Pair("a", "b", 1, 2));
    assertThat(copied.pairs().getFirst().share()).isEqualTo(0.5);
  }

  @Test
  void a_shorter_answer_is_a_coincidence() {
    CopiedAnswers copied =
        CopiedAnswers.among(
            List.of(new ModelAnswer("a", 1, SHORT), new ModelAnswer("b", 1, SHORT)));

    assertThat(copied.copies()).isEmpty();
    assertThat(copied.pairs()).isEmpty();
  }

  @Test
  void the_same_answer_to_another_prompt_is_no_copy() {
    CopiedAnswers copied =
        CopiedAnswers.among(List.of(new ModelAnswer("a", 1, LONG), new ModelAnswer("b", 2, LONG)));

    assertThat(copied.copies()).isEmpty();
  }

  @Test
  void three_models_with_one_text_are_three_pairs() {
    List<ModelAnswer> answers =
        List.of(
            new ModelAnswer("c", 1, LONG),
            new ModelAnswer("a", 1, LONG),
            new ModelAnswer("b", 1, LONG));

    assertThat(CopiedAnswers.among(answers).copies())
        .containsExactly(new Copy(1, "a", "b"), new Copy(1, "a", "c"), new Copy(1, "b", "c"));
  }

  @Test
  void made_up_models_copy_nothing_until_one_passes_answers_on() {
    FakeModels.World world = new FakeModels(7).world(2, 3, 6);
    List<ModelAnswer> passedOn =
        world.answers().stream()
            .filter(answer -> answer.model().equals("reference-0-a"))
            .map(answer -> new ModelAnswer("relay", answer.promptId(), answer.output()))
            .toList();
    List<ModelAnswer> all = new ArrayList<>(world.answers());
    all.addAll(passedOn);

    assertThat(CopiedAnswers.among(world.answers()).pairs()).isEmpty();
    assertThat(CopiedAnswers.among(all).pairs())
        .containsExactly(new Pair("reference-0-a", "relay", 6, 6));
  }

  @ParameterizedTest
  @CsvSource({"2, 2, false", "3, 3, true", "3, 300, true", "3, 301, false", "8, 805, false"})
  void a_pair_is_beyond_coincidence_from_3_copies_and_1_percent_on(
      int copies, int answeredByBoth, boolean beyond) {
    Pair pair = new Pair("a", "b", copies, answeredByBoth);

    assertThat(pair.isBeyondCoincidence()).isEqualTo(beyond);
  }
}
