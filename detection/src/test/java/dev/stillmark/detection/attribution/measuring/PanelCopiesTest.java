package dev.stillmark.detection.attribution.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.Provenance;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.Suspect;
import dev.stillmark.detection.attribution.TeacherGroup;
import dev.stillmark.detection.attribution.measuring.CopiedAnswers.Pair;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PanelCopiesTest {

  private static final ReferencePanel PANEL =
      new ReferencePanel(
          "v",
          LocalDate.of(2025, 1, 1),
          List.of(
              new TeacherGroup("one", "v1", YearMonth.of(2023, 1), List.of("ref-1")),
              new TeacherGroup("two", "v2", YearMonth.of(2023, 1), List.of("ref-2", "ref-2b"))),
          List.of(
              model("ref-1", "f1", "2024-06-01"),
              model("ref-2", "f2", ""),
              model("ref-2b", "f2b", ""),
              model("early", "f3", "2023-01-01"),
              model("late", "f4", "2023-02-01"),
              model("late-too", "f5", "2023-02-01"),
              model("kin-of-late", "f4", "2024-01-01"),
              model("undated", "f6", "")));

  private static PanelModel model(String name, String family, String firstSeen) {
    Optional<LocalDate> seen =
        firstSeen.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(firstSeen));
    return new PanelModel(name, family, seen, Provenance.DOCUMENTED, Optional.empty(), Map.of());
  }

  private static Pair pair(String model, String other) {
    return new Pair(model, other, 10, 100);
  }

  private static PanelCopies copies(Pair... pairs) {
    return PanelCopies.in(PANEL, new CopiedAnswers(List.of(), List.of(pairs)));
  }

  @Test
  void a_model_with_a_references_answers_leaves_whichever_was_there_first() {
    PanelCopies copies = copies(pair("early", "ref-1"));

    assertThat(copies.leaving()).containsExactly("early");
    List<PanelModel> expected = new ArrayList<>(PANEL.models());
    expected.removeIf(model -> model.name().equals("early"));
    assertThat(copies.remaining().models()).isEqualTo(expected);
    assertThat(copies.remaining().teachers()).isEqualTo(PANEL.teachers());
  }

  @Test
  void of_two_other_models_the_later_leaves() {
    assertThat(copies(pair("early", "late")).leaving()).containsExactly("late");
    assertThat(copies(pair("late", "early")).leaving()).containsExactly("late");
  }

  @Test
  void both_leave_where_nobody_knows_who_was_first() {
    assertThat(copies(pair("late", "late-too")).leaving()).containsExactly("late", "late-too");
    assertThat(copies(pair("early", "undated")).leaving()).containsExactly("early", "undated");
  }

  @Test
  void what_one_that_leaves_shares_with_others_costs_them_nothing() {
    PanelCopies copies = copies(pair("early", "ref-1"), pair("early", "late"));

    assertThat(copies.leaving()).containsExactly("early");
  }

  @Test
  void references_stay_and_those_of_two_teachers_are_named() {
    Pair ofTwo = pair("ref-1", "ref-2");

    PanelCopies copies = copies(ofTwo, pair("ref-2", "ref-2b"));

    assertThat(copies.leaving()).isEmpty();
    assertThat(copies.betweenTeachers()).containsExactly(ofTwo);
  }

  @Test
  void kin_and_coincidence_are_no_reason() {
    PanelCopies copies = copies(pair("kin-of-late", "late"), new Pair("early", "ref-1", 2, 100));

    assertThat(copies.pairs()).isEmpty();
    assertThat(copies.leaving()).isEmpty();
    assertThat(copies.remaining()).isEqualTo(PANEL);
  }

  @Test
  void a_suspects_copies_are_those_of_panel_models_of_other_families() {
    Suspect suspect = new Suspect("suspect", "f3", Optional.empty());
    Pair ofReference = pair("ref-1", "suspect");
    Pair ofOne = pair("late", "suspect");

    PanelCopies copies =
        copies(
            ofReference,
            ofOne,
            pair("early", "suspect"),
            pair("another", "suspect"),
            pair("late", "ref-1"));

    assertThat(copies.of(suspect)).containsExactly(ofReference, ofOne);
    assertThat(copies.leaving()).containsExactly("late");
    assertThat(copies.of(new Suspect("late", "own", Optional.empty())))
        .containsExactly(pair("late", "ref-1"));
  }
}
