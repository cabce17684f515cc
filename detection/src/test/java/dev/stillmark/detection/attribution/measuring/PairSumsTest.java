package dev.stillmark.detection.attribution.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.Provenance;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.Suspect;
import dev.stillmark.detection.attribution.TeacherGroup;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Similarities of tiny answers, worked out by hand from their definitions. */
class PairSumsTest {

  private static final int RARE = 0;
  private static final int FIVE = 1;
  private static final int RARE_FIVE = 2;
  private static final int CHARACTERS = 3;
  private static final int OPENINGS = 4;

  private static PanelModel model(String name, String family) {
    return new PanelModel(
        name, family, Optional.empty(), Provenance.UNKNOWN, Optional.empty(), Map.of());
  }

  /** Row 0 is the only reference; rows from 4 on are suspects. */
  private static SharedGrams[] similarities(List<Suspect> suspects, String... outputs) {
    TeacherGroup teacher =
        new TeacherGroup("teacher", "vendor", YearMonth.of(2023, 1), List.of("reference"));
    List<PanelModel> models =
        List.of(model("reference", "r"), model("b", "b"), model("c", "c"), model("c2", "c"));
    ReferencePanel panel =
        new ReferencePanel("test", LocalDate.of(2024, 1, 1), List.of(teacher), models);
    int[] rows = IntStream.range(0, outputs.length).toArray();
    AnswerGrams[] grams = new AnswerGrams[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      grams[i] = AnswerGrams.of(outputs[i]);
    }
    return SharedGrams.of(PromptAnswers.of(new PanelRows(panel, suspects), 1, rows, grams));
  }

  /** Shared: "p", "q", "p q", each held by 2 of 3 families; 9 and 6 grams. */
  @Test
  void rare_grams_weigh_by_families_and_lengths() {
    SharedGrams rare = similarities(List.of(), "p q r", "p q s", "x", "y")[RARE];

    assertThat(rare.similarity(1, 0)).isCloseTo(3 * Math.log(4 / 2.0) / 6, within(1e-11));
    assertThat(rare.similarity(0, 1)).isEqualTo(rare.similarity(1, 0));
    assertThat(rare.similarity(2, 0)).isZero();
  }

  @Test
  void two_models_of_a_family_count_once() {
    SharedGrams rare = similarities(List.of(), "p", "x", "p", "p")[RARE];

    assertThat(rare.similarity(2, 0)).isCloseTo(Math.log(4 / 2.0), within(1e-11));
  }

  @Test
  void five_grams_are_contained_in_the_shorter_answer() {
    SharedGrams[] signals = similarities(List.of(), "a b c d e f g", "b c d e f", "a b c d", "");

    assertThat(signals[FIVE].similarity(1, 0)).isEqualTo(1);
    assertThat(signals[FIVE].similarity(2, 0)).isZero();
    assertThat(signals[RARE_FIVE].similarity(1, 0))
        .isCloseTo(Math.log(4 / 2.0) / Math.sqrt(3), within(1e-11));
  }

  @Test
  void character_grams_see_white_space_as_one_space() {
    SharedGrams characters = similarities(List.of(), "ab \n cd", "ab cd", "x", "y")[CHARACTERS];

    assertThat(characters.similarity(1, 0)).isCloseTo(Math.log(4 / 2.0), within(1e-11));
  }

  /** The first two words, by 2 of 3 families; then the reference and b part. */
  @Test
  void openings_are_summed_without_a_norm() {
    SharedGrams openings =
        similarities(List.of(), "a b c d e f g h i", "a b x", "b a", "")[OPENINGS];

    assertThat(openings.similarity(1, 0)).isCloseTo(2 * Math.log(4 / 2.0), within(1e-11));
    assertThat(openings.similarity(2, 0)).isZero();
  }

  @Test
  void a_suspect_from_outside_counts_its_own_family_once_more() {
    Suspect stranger = new Suspect("stranger", "new", Optional.empty());

    SharedGrams rare = similarities(List.of(stranger), "p", "p", "x", "x", "p")[RARE];

    assertThat(rare.similarity(4, 0)).isCloseTo(Math.log(5 / 3.0), within(1e-11));
    assertThat(rare.similarity(1, 0)).isCloseTo(Math.log(4 / 2.0), within(1e-11));
  }

  @Test
  void a_suspect_of_a_panel_family_counts_that_family_where_its_models_lack_the_gram() {
    Suspect relative = new Suspect("relative", "c", Optional.empty());

    SharedGrams rare = similarities(List.of(relative), "p q", "x", "p", "y", "p q")[RARE];

    double known = Math.log(4 / 2.0);
    assertThat(rare.similarity(4, 0)).isCloseTo((known + 2 * known) / 3, within(1e-11));
  }

  @Test
  void a_gram_of_many_families_weighs_nothing_when_rare_ones_are_asked_for() {
    long[] units = new Rarity.UpToShare(0.15).units(40);

    assertThat(units[6] * Rarity.UNIT).isCloseTo(Math.log(41 / 6.0), within(1e-11));
    assertThat(units[7]).isZero();
    assertThat(new Rarity.UpToShare(1).units(2)[2] * Rarity.UNIT)
        .isCloseTo(Math.log(1.5), within(1e-11));
  }
}
