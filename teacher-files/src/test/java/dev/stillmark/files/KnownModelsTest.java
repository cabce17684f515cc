package dev.stillmark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.Provenance;
import dev.stillmark.detection.attribution.Suspect;
import dev.stillmark.detection.attribution.TeacherGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownModelsTest {

  private static final String LINEAGE =
      """
      model,family,first_seen,evidence,same_weights_or_derived_from,source
      teacher-1,oldest,2023-03-01,vendor own,,"said ""so"",
      in two lines"
      student,kids,2023-11,documented,teacher-1,
      loner,,,,,
      """;

  private static final String LABELS =
      """
      model,teacher_group,label,dose,basis,clean_negative
      student,t,1,main,sft,0
      student,u,1,minor,sft,0
      loner,t,0,,date,1
      loner,u,0,,docs,0
      teacher-1,t,,,self,0
      teacher-1,gone,0,,docs,0
      """;

  private static final String TEACHERS =
      """
      teacher_group,vendor,first_available,reference_models
      t,maker,2023-03,teacher-1; teacher-2
      u,other,2024-01-15,teacher-3
      """;

  @TempDir private Path folder;

  private final List<String> faults = new ArrayList<>();

  @Test
  void files_become_teachers_panel_models_and_suspects() {
    KnownModels known = read(LINEAGE, LABELS, TEACHERS);

    assertThat(known.teachers())
        .containsExactly(
            new TeacherGroup(
                "t", "maker", YearMonth.of(2023, 3), List.of("teacher-1", "teacher-2")),
            new TeacherGroup("u", "other", YearMonth.of(2024, 1), List.of("teacher-3")));
    assertThat(known.suspect("student"))
        .isEqualTo(new Suspect("student", "kids", Optional.of(LocalDate.of(2023, 11, 30))));
    PanelModel student = known.panelModel("student");
    assertThat(student.provenance()).isEqualTo(Provenance.DOCUMENTED);
    assertThat(student.derivedFrom()).contains("teacher-1");
    assertThat(student.exposureTo("t")).isEqualTo(Exposure.TAUGHT);
    assertThat(student.exposureTo("u")).isEqualTo(Exposure.TAUGHT_IN_PART);
    assertThat(known.panelModel("loner").exposureTo("t")).isEqualTo(Exposure.VENDOR_CLEAN);
    assertThat(known.panelModel("loner").exposureTo("u")).isEqualTo(Exposure.NOT_TAUGHT);
    assertThat(known.panelModel("teacher-1").exposureTo("t")).isEqualTo(Exposure.UNKNOWN);
    assertThat(known.unknownTeachers()).containsExactly("gone");
    assertThat(faults).isEmpty();
  }

  @Test
  void a_model_without_a_family_is_its_own() {
    KnownModels known = read(LINEAGE, LABELS, TEACHERS);

    assertThat(known.suspect("loner")).isEqualTo(new Suspect("loner", "=loner", Optional.empty()));
    assertThat(known.suspect("new")).isEqualTo(new Suspect("new", "=new", Optional.empty()));
    assertThat(known.hasLineage("new")).isFalse();
    assertThat(known.panelModel("new").exposureTo("t")).isEqualTo(Exposure.UNKNOWN);
  }

  @Test
  void a_byte_order_mark_and_other_line_ends_change_nothing() {
    KnownModels known =
        read(
            "\uFEFF" + LINEAGE.replace("\n", "\r\n"),
            LABELS.replace("\n", "\r"),
            TEACHERS + "\n\n");

    assertThat(known.teachers()).hasSize(2);
    assertThat(known.suspect("student").family()).isEqualTo("kids");
    assertThat(known.panelModel("student").exposureTo("t")).isEqualTo(Exposure.TAUGHT);
    assertThat(faults).isEmpty();
  }

  @Test
  void columns_that_nobody_asks_for_may_be_absent() {
    KnownModels known =
        read(
            "first_seen,model,family\n2024-01-01,m,f\n",
            "model,teacher_group,label,clean_negative\nm,t,1,0\n",
            TEACHERS);

    assertThat(known.panelModel("m").exposureTo("t")).isEqualTo(Exposure.TAUGHT);
    assertThat(known.panelModel("m").provenance()).isEqualTo(Provenance.UNKNOWN);
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x,f,2024-13-01,,, | first_seen must be a date such as 2023-11-06, or a month",
        "x,f,yesterday,,, | first_seen must be a date",
        "x,f,2024-01-01,rumour,, | evidence must be one of (empty), data anomaly, documented",
        ",f,2024-01-01,,, | model must not be empty",
        "x,f | must have 6 cells, as the header has, but has 2",
        "x,f,2024-01-01,,,,, | must have 6 cells, as the header has, but has 8",
        "student,other,2023-11,,, | model must not say other things than its first row",
        "x,\"f\"g,2024-01-01,,, | must close its quotes and double those inside them",
      })
  void a_row_that_breaks_a_rule_is_told_with_its_place_and_stops_nothing(
      String broken, String rule) {
    KnownModels known = read(LINEAGE + broken + "\nafter,late,2024-02-02,,,\n", LABELS, TEACHERS);

    assertThat(known.suspect("student").family()).isEqualTo("kids");
    assertThat(known.suspect("after").family()).isEqualTo("late");
    assertThat(known.hasLineage("x")).isFalse();
    assertThat(faults).singleElement().asString().startsWith("lineage.csv:6: " + rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x,t,2,,,0 | label must be 1, 0 or empty",
        "x,t,1,huge,,0 | dose must be one of (empty), main, minor",
        "x,t,0,,,yes | clean_negative must be one of (empty), 0, 1",
        "x,t,1,main,,1 | clean_negative must be 0 where the label is not 0",
        "student,t,0,,,1 | label must not differ from the first of this model and teacher",
        "x,,1,main,,0 | teacher_group must not be empty",
      })
  void a_label_that_breaks_a_rule_leaves_the_exposure_unknown(String broken, String rule) {
    KnownModels known = read(LINEAGE, LABELS + broken + "\nafter,t,0,,,1\n", TEACHERS);

    assertThat(known.panelModel("x").exposureTo("t")).isEqualTo(Exposure.UNKNOWN);
    assertThat(known.panelModel("student").exposureTo("t")).isEqualTo(Exposure.TAUGHT);
    assertThat(known.panelModel("after").exposureTo("t")).isEqualTo(Exposure.VENDOR_CLEAN);
    assertThat(faults).singleElement().asString().startsWith("labels.csv:8: " + rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "t,maker,2023-03,teacher-9 | teacher_group must not stand twice; its first row is kept",
        "v,maker,2023-03,teacher-1 | reference_models must name no model of another teacher",
        "v,maker,2023-03,;; | reference_models must name at least one model",
        "v,,2023-03,m | vendor must not be empty",
        "v,maker,,m | first_available must not be empty",
        "v,maker,spring,m | first_available must be a date",
      })
  void a_teacher_that_breaks_a_rule_is_left_out(String broken, String rule) {
    KnownModels known = read(LINEAGE, LABELS, TEACHERS + broken + "\n");

    assertThat(known.teachers()).extracting(TeacherGroup::name).containsExactly("t", "u");
    assertThat(faults).singleElement().asString().startsWith("teachers.csv:4: " + rule);
  }

  @Test
  void quotes_that_never_close_end_the_file_with_a_fault() {
    KnownModels known = read(LINEAGE + "x,\"f,2024-01-01,,,\ny,f,,,,\n", LABELS, TEACHERS);

    assertThat(known.suspect("student").family()).isEqualTo("kids");
    assertThat(faults)
        .containsExactly("lineage.csv:6: must close its quotes and double those inside them");
  }

  @Test
  void a_file_that_cannot_be_used_at_all_is_refused() {
    assertRefused("", LABELS, TEACHERS, "lineage.csv: must have a header but is empty");
    assertRefused(
        "model;family;first_seen\n",
        LABELS,
        TEACHERS,
        "lineage.csv:1: header must have the columns model, family, first_seen but lacks model");
    assertRefused(
        LINEAGE,
        "model,model,teacher_group,label,clean_negative\n",
        TEACHERS,
        "labels.csv:1: header must name each column once");
    assertRefused(
        LINEAGE,
        LABELS,
        TEACHERS.lines().findFirst().orElseThrow(),
        "teachers.csv: must name at least one teacher");
  }

  private void assertRefused(String lineage, String labels, String teachers, String message) {
    assertThatThrownBy(() -> read(lineage, labels, teachers))
        .isInstanceOf(InputFault.class)
        .hasMessage(folder + "/" + message);
  }

  private KnownModels read(String lineage, String labels, String teachers) {
    return KnownModels.read(
        List.of(write("lineage.csv", lineage)),
        write("labels.csv", labels),
        write("teachers.csv", teachers),
        fault -> faults.add(String.valueOf(fault.getMessage()).replace(folder + "/", "")));
  }

  private Path write(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
