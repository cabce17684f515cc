package dev.stillmark.detection.attribution.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stillmark.detection.attribution.BehaviourSignal;
import dev.stillmark.detection.attribution.Measurements;
import dev.stillmark.detection.attribution.ModelAnswer;
import dev.stillmark.detection.attribution.Suspect;
import dev.stillmark.detection.attribution.measuring.FakeModels.Author;
import dev.stillmark.detection.attribution.measuring.FakeModels.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelMeasuringTest {

  private static final int PROMPTS = 24;
  private static final long SEED = 20261125;
  private static final FakeModels MODELS = new FakeModels(SEED);
  private static final World WORLD = MODELS.world(3, 4, PROMPTS);
  private static final Suspect SUSPECT = suspect("suspect");
  private static final List<ModelAnswer> SUSPECT_ANSWERS =
      MODELS.answers(Author.taughtBy("teacher-family-1", 0.6, "suspect", "suspect"), 0, PROMPTS);

  private static final MeasuredAnswers MEASURED = measure(List.of(SUSPECT), SUSPECT_ANSWERS);

  private static Suspect suspect(String name) {
    return new Suspect(name, name, Optional.empty());
  }

  private static MeasuredAnswers measure(List<Suspect> suspects, List<ModelAnswer> more) {
    return PanelMeasuring.measure(WORLD.panel(), suspects, withPanel(more));
  }

  private static List<ModelAnswer> withPanel(List<ModelAnswer> more) {
    List<ModelAnswer> answers = new ArrayList<>(WORLD.answers());
    answers.addAll(more);
    return answers;
  }

  private static double[] row(Measurements measured, BehaviourSignal signal, String model) {
    return measured.scores().get(signal)[measured.models().indexOf(model)];
  }

  private static List<List<Double>> allOf(Measurements measured, String model) {
    List<List<Double>> rows = new ArrayList<>();
    for (BehaviourSignal signal : BehaviourSignal.values()) {
      rows.add(Arrays.stream(row(measured, signal, model)).boxed().toList());
    }
    int index = measured.models().indexOf(model);
    rows.add(Arrays.stream(measured.likeness()[index]).boxed().toList());
    rows.add(List.of(measured.relativeLength()[index], (double) measured.answered()[index]));
    return rows;
  }

  private static List<List<List<Double>>> everything(Measurements measured) {
    return measured.models().stream().map(model -> allOf(measured, model)).toList();
  }

  @Test
  void a_student_resembles_its_teacher_most_by_the_signals_of_wording() {
    Measurements measured = MEASURED.on(MEASURED.prompts());

    for (BehaviourSignal signal :
        List.of(
            BehaviourSignal.RARE_GRAMS,
            BehaviourSignal.FIVE_GRAMS,
            BehaviourSignal.RARE_FIVE_GRAMS,
            BehaviourSignal.CHARACTER_GRAMS,
            BehaviourSignal.WORD_CLASSIFIER,
            BehaviourSignal.CHARACTER_CLASSIFIER)) {
      double[] scores = row(measured, signal, "suspect");
      assertThat(scores[1]).as("%s, seed %d", signal, SEED).isGreaterThan(scores[0]);
      assertThat(scores[1]).as("%s, seed %d", signal, SEED).isGreaterThan(scores[2]);
    }
  }

  @Test
  void the_order_of_answers_changes_no_bit() {
    List<ModelAnswer> shuffled = withPanel(SUSPECT_ANSWERS);
    Collections.shuffle(shuffled, new Random(SEED));

    MeasuredAnswers outOfOrder = PanelMeasuring.measure(WORLD.panel(), List.of(SUSPECT), shuffled);

    assertThat(everything(outOfOrder.on(outOfOrder.prompts())))
        .isEqualTo(everything(MEASURED.on(MEASURED.prompts())));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void the_number_of_threads_changes_no_bit(int threads) throws Exception {
    MeasuredAnswers measured;
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      measured = pool.submit(() -> measure(List.of(SUSPECT), SUSPECT_ANSWERS)).get();
    }

    assertThat(everything(measured.on(measured.prompts())))
        .isEqualTo(everything(MEASURED.on(MEASURED.prompts())));
  }

  @Test
  void other_suspects_in_the_run_change_no_bit_of_a_suspect_or_the_panel() {
    List<ModelAnswer> more = new ArrayList<>(SUSPECT_ANSWERS);
    more.addAll(MODELS.answers(Author.taughtBy("teacher-family-0", 0.9, "other", "other"), 0, 15));
    more.addAll(MODELS.answers(Author.ofFamily("twin", "suspect"), 0, PROMPTS));
    Suspect twin = new Suspect("twin", "suspect", Optional.empty());

    MeasuredAnswers together = measure(List.of(suspect("other"), SUSPECT, twin), more);

    Measurements measured = together.on(together.prompts());
    Measurements expected = MEASURED.on(MEASURED.prompts());
    for (String model : expected.models()) {
      assertThat(allOf(measured, model)).as(model).isEqualTo(allOf(expected, model));
    }
  }

  @Test
  void a_suspect_of_the_panel_is_measured_as_the_panel_model_that_it_is() {
    Suspect student = new Suspect("student-0", "whatever", Optional.empty());
    MeasuredAnswers without = measure(List.of(), List.of());

    MeasuredAnswers with = measure(List.of(student), List.of());

    assertThat(everything(with.on(with.prompts())))
        .isEqualTo(everything(without.on(without.prompts())));
  }

  @Test
  void a_suspect_with_some_of_the_prompts_measures_on_those_as_if_it_had_no_others() {
    MeasuredAnswers part = measure(List.of(SUSPECT), SUSPECT_ANSWERS.subList(3, 20));
    Set<Long> prompts = part.promptsOf("suspect");

    Measurements measured = part.on(prompts);

    assertThat(measured.prompts()).isEqualTo(17);
    assertThat(measured.answered()).containsOnly(17);
    assertThat(everything(measured)).isEqualTo(everything(MEASURED.on(prompts)));
  }

  @Test
  void a_suspect_that_shares_no_prompt_has_the_free_signals_only() {
    List<ModelAnswer> elsewhere =
        MODELS.answers(Author.taughtBy("teacher-family-1", 0.6, "suspect", "suspect"), 1_000, 12);
    MeasuredAnswers answers = measure(List.of(SUSPECT), elsewhere);

    Measurements measured = answers.on(answers.prompts());

    assertThat(measured.prompts()).isEqualTo(PROMPTS);
    assertThat(measured.answered()[measured.models().indexOf("suspect")]).isZero();
    for (BehaviourSignal signal : BehaviourSignal.values()) {
      for (double score : row(measured, signal, "suspect")) {
        assertThat(Double.isNaN(score)).as("%s", signal).isEqualTo(signal.needsSharedPrompts());
      }
    }
  }

  @Test
  void prompts_of_others_leave_the_panel_as_it_is() {
    List<ModelAnswer> elsewhere = MODELS.answers(Author.ofFamily("suspect", "suspect"), 1_000, 12);
    MeasuredAnswers alone = measure(List.of(), List.of());

    MeasuredAnswers answers = measure(List.of(SUSPECT), elsewhere);

    Measurements measured = answers.on(answers.prompts());
    Measurements expected = alone.on(alone.prompts());
    for (String model : expected.models()) {
      assertThat(allOf(measured, model)).as(model).isEqualTo(allOf(expected, model));
    }
  }

  @Test
  void a_reference_is_not_compared_with_itself() {
    Measurements measured = MEASURED.on(MEASURED.prompts());

    int reference = measured.models().indexOf("reference-0-a");
    assertThat(measured.likeness()[reference][reference]).isNaN();
    assertThat(measured.likeness()[reference][reference + 1])
        .isEqualTo(measured.likeness()[reference + 1][reference]);
  }

  @Test
  void hostile_answers_are_measured() {
    List<String> hostile =
        List.of(
            "",
            " \n\t ",
            "one",
            "x".repeat(1_000_000),
            "\ud800 lone \udc00 surrogates \ud83d",
            "nul \0 nul",
            "*".repeat(50_000),
            "\n".repeat(50_000) + "end",
            "as an AI made by OpenAI");
    List<ModelAnswer> answers = new ArrayList<>();
    for (int i = 0; i < hostile.size(); i++) {
      answers.add(new ModelAnswer("suspect", i, hostile.get(i)));
    }
    MeasuredAnswers measuring = measure(List.of(SUSPECT), answers);

    Measurements measured = measuring.on(measuring.promptsOf("suspect"));

    for (BehaviourSignal signal : BehaviourSignal.values()) {
      assertThat(row(measured, signal, "suspect")).as("%s", signal).doesNotContain(Double.NaN);
    }
  }

  @Test
  void no_prompt_at_all_measures_nothing() {
    Measurements measured = MEASURED.on(Set.of());

    assertThat(measured.prompts()).isZero();
    assertThat(row(measured, BehaviourSignal.RARE_GRAMS, "suspect")).containsOnly(Double.NaN);
    assertThat(row(measured, BehaviourSignal.REFUSALS, "suspect")).containsOnly(Double.NaN);
  }

  @Test
  void a_model_answers_a_prompt_once() {
    List<ModelAnswer> twice = List.of(SUSPECT_ANSWERS.getFirst(), SUSPECT_ANSWERS.getFirst());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> measure(List.of(SUSPECT), twice))
        .withMessage("a model must answer a prompt once but 'suspect' answers prompt 0 twice");
  }

  @Test
  void an_answer_of_a_model_that_nobody_named_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> measure(List.of(), SUSPECT_ANSWERS))
        .withMessage("a model must be of the panel or a suspect but 'suspect' is neither");
  }

  @Test
  void phrases_are_counted_in_suspect_teacher_and_panel() {
    PhraseUses all = MEASURED.phraseUses(MEASURED.prompts());

    List<PhraseUse> uses = all.strongest("suspect", "teacher-1", 5);

    assertThat(uses).as("seed %d", SEED).isNotEmpty();
    assertThat(uses).extracting(PhraseUse::phrase).doesNotHaveDuplicates();
    for (PhraseUse use : uses) {
      assertThat(use.suspectAnswers()).isBetween(1, use.ofSuspect());
      assertThat(use.ofSuspect()).isIn(PROMPTS / 2, PROMPTS);
      assertThat(use.ofTeacher()).isEqualTo(2 * use.ofSuspect());
      assertThat(use.panelAnswers()).isGreaterThanOrEqualTo(use.teacherAnswers());
    }
  }

  @Test
  void a_vendor_is_counted_where_an_answer_names_it_as_its_own() {
    List<ModelAnswer> answers =
        List.of(
            new ModelAnswer("suspect", 0, "As an AI language model trained by OpenAI, I can't."),
            new ModelAnswer("suspect", 1, "I’m ChatGPT."),
            new ModelAnswer("suspect", 2, "Android was developed by Google."));
    MeasuredAnswers measured = measure(List.of(SUSPECT), answers);

    assertThat(measured.vendorsNamedBy("suspect", new TreeSet<>(measured.prompts())))
        .containsExactly(new VendorMention("openai", 2));
  }
}
