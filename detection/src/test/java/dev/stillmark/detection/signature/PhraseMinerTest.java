package dev.stillmark.detection.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseMinerTest {

  /** Computed apart from this code with Python's decimal module, 40 digits. */
  @ParameterizedTest
  @CsvSource({
    "30, 1000, 2, 2000, 4.712825964637383837828006373045939893287",
    "15, 1000, 0, 1000, 2.697105982388625083505990855838397124190",
    "5, 100, 5, 100, 0",
    "0, 500, 40, 1000, -2.694911863812948103910211521011370649912",
    "400, 1000, 100, 1000, 13.12095235094197249010961926080622949467",
    "7, 70, 0, 7000, 5.699619061955406539456281480890065324776",
    "200, 10000, 1, 100, 0.5203901186843274843"
  })
  void the_z_is_that_of_monroe_colaresi_and_quinn(
      long teacher, long teacherTotal, long background, long backgroundTotal, double z) {
    assertThat(LogOdds.z(teacher, teacherTotal, background, backgroundTotal))
        .isCloseTo(z, within(1e-12));
  }

  /**
   * 60 teacher outputs hold "rest assured friend" and 40 "plain text here" (2 two-word and 1
   * three-word phrases each); so do 10 and 90 background outputs.
   */
  @Test
  void a_small_corpus_gives_the_phrases_worked_out_by_hand() {
    List<String> teacher = corpus(60, "Rest assured, friend.", 40, "Plain text here!");
    List<String> background = corpus(10, "rest assured friend", 90, "plain text here");

    PhraseList mined = PhraseMiner.mine(teacher, background, 10);

    assertThat(mined.phrases())
        .containsExactly(new Phrase("rest assured friend", LogOdds.z(60, 100, 10, 100)));
  }

  private static List<String> corpus(int firsts, String first, int seconds, String second) {
    List<String> corpus = new ArrayList<>(Collections.nCopies(firsts, first));
    corpus.addAll(Collections.nCopies(seconds, second));
    return corpus;
  }

  @Test
  void one_looping_output_makes_no_phrase() {
    List<String> teacher = new ArrayList<>(HabitWriter.PLAIN.outputs(1, 100));
    teacher.add("over and over ".repeat(1_000));

    PhraseList mined = PhraseMiner.mine(teacher, HabitWriter.PLAIN.outputs(2, 100), 100);

    assertThat(mined.phrases()).noneMatch(p -> p.text().contains("over"));
  }

  @ParameterizedTest
  @CsvSource({"4, 100, false", "5, 100, true", "12, 2400, true", "12, 2401, false"})
  void a_phrase_needs_five_outputs_and_half_a_percent(int holding, int outputs, boolean kept) {
    List<String> teacher = corpus(holding, "rest assured", outputs - holding, "unrelated");
    List<String> background = corpus(1, "some other words", 4_999, "of the background");

    PhraseList mined = PhraseMiner.mine(teacher, background, 10);

    assertThat(mined.phrases().stream().anyMatch(p -> p.text().equals("rest assured")))
        .isEqualTo(kept);
  }

  @Test
  void a_phrase_used_outside_a_longer_one_is_kept_beside_it() {
    List<String> teacher = corpus(60, "rest assured friend", 40, "rest assured");

    PhraseList mined = PhraseMiner.mine(teacher, HabitWriter.PLAIN.outputs(1, 500), 10);

    assertThat(mined.phrases())
        .extracting(Phrase::text)
        .containsExactlyInAnyOrder("rest assured", "rest assured friend");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void finds_the_habits_of_a_teacher(long seed) {
    PhraseList mined =
        PhraseMiner.mine(
            HabitWriter.TEACHER.outputs(seed, 400), HabitWriter.PLAIN.outputs(-seed, 400), 20);

    assertThat(mined.phrases().subList(0, 4))
        .as("seed %d", seed)
        .extracting(Phrase::text)
        .containsExactlyInAnyOrderElementsOf(HabitWriter.TEACHER.habits());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void finds_next_to_nothing_between_two_samples_of_one_writer(long seed) {
    PhraseList mined =
        PhraseMiner.mine(
            HabitWriter.TEACHER.outputs(seed, 400), HabitWriter.TEACHER.outputs(-seed, 400), 1000);

    assertThat(mined.phrases()).as("seed %d", seed).hasSizeLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_order_of_the_outputs_does_not_matter(long seed) {
    List<String> teacher = new ArrayList<>(HabitWriter.TEACHER.outputs(seed, 200));
    List<String> background = new ArrayList<>(HabitWriter.PLAIN.outputs(-seed, 200));
    PhraseList mined = PhraseMiner.mine(teacher, background, 50);
    Collections.shuffle(teacher, new Random(seed));
    Collections.shuffle(background, new Random(seed));

    assertThat(PhraseMiner.mine(teacher, background, 50)).as("seed %d", seed).isEqualTo(mined);
  }

  @Test
  void keeps_at_most_as_many_as_asked_the_strongest() {
    List<String> teacher = HabitWriter.TEACHER.outputs(1, 400);
    List<String> background = HabitWriter.PLAIN.outputs(2, 400);

    List<Phrase> four = PhraseMiner.mine(teacher, background, 4).phrases();

    assertThat(PhraseMiner.mine(teacher, background, 2).phrases()).isEqualTo(four.subList(0, 2));
    assertThat(four.get(0).logOdds()).isGreaterThanOrEqualTo(four.get(3).logOdds());
  }

  @Test
  void nothing_to_mine_gives_an_empty_list() {
    assertThat(PhraseMiner.mine(List.of(), List.of(), 10).phrases()).isEmpty();
    assertThat(PhraseMiner.mine(List.of("", "?"), List.of(), 10).phrases()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_000_001})
  void a_senseless_limit_is_refused(int most) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhraseMiner.mine(List.of(), List.of(), most))
        .withMessage("most must be within 1..1000000 but is " + most);
  }
}
