package dev.stillmark.detection.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.probe.ProbeSimulation.Kind;
import dev.stillmark.detection.probe.ProbeSimulation.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ProbeFindingTest {

  private static final String TEACHER = "a".repeat(80) + "r".repeat(40);

  @Test
  void whoever_shares_rare_errors_ranks_above_every_family() {
    ProbeFinding finding = find(Graded.model("student", TEACHER), innocents(39));

    assertThat(finding.families()).isEqualTo(39);
    assertThat(finding.errors().sharedErrors()).isEqualTo(80);
    assertThat(finding.errors().countedMatches()).isEqualTo(80);
    assertThat(finding.p()).hasValue(1.0 / 40);
    assertThat(finding.smallestP()).isEqualTo(1.0 / 40);
    assertThat(finding.reason()).isEmpty();
  }

  @Test
  void an_error_that_everybody_makes_is_no_evidence() {
    List<Respondent> trapped = new ArrayList<>();
    for (int i = 0; i < 39; i++) {
      trapped.add(Graded.model("m" + i, TEACHER));
    }

    ProbeFinding finding = find(Graded.model("suspect", TEACHER), trapped);

    assertThat(finding.errors().sharedErrors()).isEqualTo(80);
    assertThat(finding.errors().counted()).isZero();
    assertThat(finding.p()).hasValue(1);
  }

  /** Every miss costs: without this, a suspect with few errors would rank first for its silence. */
  @Test
  void a_score_that_is_not_above_zero_is_no_evidence_at_all() {
    String misses = "z".repeat(80) + "r".repeat(40);

    ProbeFinding finding = find(Graded.model("suspect", misses), innocents(39));

    assertThat(finding.errors().score()).isCloseTo(80 * Math.log(0.9), within(1e-9));
    assertThat(finding.p()).hasValue(1);
  }

  @Test
  void a_panel_that_cannot_reach_the_level_gives_no_rank() {
    ProbeFinding finding = find(Graded.model("student", TEACHER), innocents(18));

    assertThat(finding.reason()).contains(ProbeReason.INSUFFICIENT_PANEL);
    assertThat(finding.ceilingReason()).contains(ProbeReason.INSUFFICIENT_PANEL);
    assertThat(finding.p()).isEmpty();
    assertThat(finding.smallestP()).isEqualTo(1.0 / 19);
  }

  @Test
  void families_that_seldom_err_are_an_insufficient_panel() {
    List<Respondent> strong = new ArrayList<>();
    for (int i = 0; i < 39; i++) {
      strong.add(Graded.model("m" + i, "r".repeat(120)));
    }

    ProbeFinding finding = find(Graded.model("student", TEACHER), strong);

    assertThat(finding.errors().bothWrong()).isEqualTo(80);
    assertThat(finding.errors().comparable()).isZero();
    assertThat(finding.reason()).contains(ProbeReason.INSUFFICIENT_PANEL);
  }

  @Test
  void too_few_errors_in_common_give_no_rank() {
    String fewer = "a".repeat(59) + "r".repeat(61);

    ProbeFinding finding = find(Graded.model("student", fewer), innocents(39));

    assertThat(finding.reason()).contains(ProbeReason.TOO_FEW_ERRORS);
    assertThat(finding.p()).isEmpty();
  }

  @Test
  void the_teachers_relatives_are_not_in_the_panel_and_the_suspects_are_in_its_family() {
    List<Respondent> panel = new ArrayList<>(innocents(39));
    panel.add(Graded.model("teacher-mini", "teacher", TEACHER));
    panel.add(Graded.model("student-mini", "student", TEACHER));

    ProbeFinding finding = find(Graded.model("student", TEACHER), panel);

    assertThat(finding.families()).isEqualTo(39);
    assertThat(finding.models()).isEqualTo(39);
    assertThat(finding.p()).hasValue(1.0 / 40);
  }

  @Test
  void clones_of_one_model_do_not_lower_p() {
    List<Respondent> panel = new ArrayList<>(innocents(19));
    for (int i = 0; i < 100; i++) {
      panel.add(new Respondent("clone" + i, "m0", panel.getFirst().grades()));
    }

    assertThat(find(Graded.model("student", TEACHER), panel).smallestP()).isEqualTo(1.0 / 20);
  }

  @Test
  void refuses_a_suspect_of_the_teachers_family() {
    assertThatThrownBy(() -> find(Graded.model("mini", "teacher", TEACHER), innocents(39)))
        .hasMessage("suspect must not be of the teacher's family but both are of teacher");
  }

  /** Two strata: hard questions with 6, 1, 2, 7 and easy ones with 9, 3, 2, 4. */
  @Test
  void the_odds_ratio_is_that_of_the_tables_by_difficulty() {
    String teacher = "r".repeat(8) + "a".repeat(8) + "r".repeat(11) + "a".repeat(7);
    String suspect = "rrrrrrbb" + "rbbbbbbb" + "rrrrrrrrrbb" + "rrrbbbb";
    List<Respondent> panel = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String hard = (i < 2 ? "r" : "c").repeat(16);
      panel.add(Graded.model("m" + i, hard + (i < 15 ? "r" : "c").repeat(18)));
    }

    ProbeFinding finding =
        ProbeFinding.of(Graded.model("teacher", teacher), Graded.model("s", suspect), panel);

    double concordant = 6.0 * 7 / 16 + 9.0 * 4 / 18;
    double discordant = 1.0 * 2 / 16 + 3.0 * 2 / 18;
    assertThat(finding.oddsRatio().orElseThrow().value())
        .isCloseTo(concordant / discordant, within(1e-12));
  }

  /** 100 trials at 0.05: 13 or more accusations have a probability of 0.0015 at that rate. */
  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ANY, names = ".*INNOCENT")
  void innocents_are_accused_no_more_often_than_declared(Kind innocent) {
    long seed = 11;

    Row row = ProbeSimulation.row(200, innocent, 40, 100, new SplittableRandom(seed));

    assertThat(row.kind().inheritance()).isZero();
    assertThat(row.sharedErrors().events()).as("seed %d, %s", seed, row).isLessThan(13);
    assertThat(row.ceiling().events()).as("seed %d, %s", seed, row).isLessThan(13);
  }

  @ParameterizedTest
  @EnumSource(names = {"STUDENT_40", "STUDENT_80"})
  void students_that_inherit_much_are_found(Kind student) {
    long seed = 5;

    Row row = ProbeSimulation.row(300, student, 40, 30, new SplittableRandom(seed));

    assertThat(row.sharedErrors().rate()).as("seed %d, %s", seed, row).isGreaterThan(0.9);
    assertThat(row.ceiling().rate()).as("seed %d, %s", seed, row).isGreaterThan(0.9);
  }

  private static ProbeFinding find(Respondent suspect, List<Respondent> panel) {
    return ProbeFinding.of(Graded.model("teacher", TEACHER), suspect, panel);
  }

  /** Wrong in ways of their own, all but once. */
  private static List<Respondent> innocents(int families) {
    List<Respondent> models = new ArrayList<>();
    for (int i = 0; i < families; i++) {
      String wrong = Character.toString('b' + i % 13);
      models.add(Graded.model("m" + i, wrong.repeat(80) + "r" + wrong.repeat(39)));
    }
    return models;
  }
}
