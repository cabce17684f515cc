package dev.stillmark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double ALPHA = 0.05;
  private static final int SEEDS = 5;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void finds_the_teacher_of_a_student_that_paraphrases(long seed) {
    FakeLineage fake = new FakeLineage(folder, seed).write();

    Run run = Run.of(fake.arguments());

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.NOTHING_FOUND);
    JsonNode student = line(run, "student", "first");
    assertThat(student.get("claim").asText()).as("seed %d", seed).isEqualTo("trained-on-vendor");
    assertThat(student.get("fusedZ").asDouble())
        .as("seed %d", seed)
        .isGreaterThan(line(run, "student", "second").get("fusedZ").asDouble());
    assertThat(student.get("pooledP").asDouble()).as("seed %d", seed).isLessThanOrEqualTo(0.05);
    assertThat(student.get("copies")).as("seed %d", seed).isEmpty();
  }

  /**
   * Strangers, who are not of the panel: of the panel's own families one always ranks first, which
   * is an accusation as often as the panel is large enough for one.
   */
  @Test
  void accuses_innocents_no_more_often_than_it_says() {
    int pairs = 0;
    int pooled = 0;
    int strangers = 0;
    int accused = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      Run run = Run.of(new FakeLineage(folder, seed).write().arguments());
      for (JsonNode line : lines(run)) {
        String suspect = line.get("suspect").asText();
        if (suspect.startsWith("innocent") || suspect.startsWith("stranger")) {
          pairs++;
          pooled += line.get("pooledP").asDouble() <= ALPHA ? 1 : 0;
        }
        if (suspect.startsWith("stranger")) {
          strangers += line.get("teacher").asText().equals("first") ? 1 : 0;
          accused += line.get("claim").asText().equals("none") ? 0 : 1;
        }
      }
    }

    assertThat(pooled)
        .as("of %d, seeds 1-%d", pairs, SEEDS)
        .isBetween(
            (int) (ALPHA * pairs - threeDeviations(pairs)),
            (int) (ALPHA * pairs + threeDeviations(pairs)));
    assertThat(accused)
        .as("of %d, seeds 1-%d", strangers, SEEDS)
        .isLessThanOrEqualTo((int) (ALPHA * strangers + threeDeviations(strangers)));
  }

  private static double threeDeviations(int trials) {
    return 3 * Math.sqrt(trials * ALPHA * (1 - ALPHA));
  }

  @Test
  void a_panel_of_22_innocent_families_clears_all_strangers_of_a_seed() {
    FakeLineage fake = new FakeLineage(folder, 1).write();

    Run run = Run.of(fake.arguments());

    assertThat(lines(run))
        .filteredOn(line -> line.get("suspect").asText().startsWith("stranger"))
        .hasSize(2 * FakeLineage.STRANGERS)
        .allSatisfy(line -> {
          assertThat(line.get("claim").asText()).isEqualTo("none");
          // The other teacher's is clean of this one, too.
          assertThat(line.get("panelFamilies").asInt()).isEqualTo(FakeLineage.FAMILIES + 1);
        });
  }

  @Test
  void a_model_with_a_teachers_answers_leaves_the_panel_and_is_measured_beside_it()
      throws IOException {
    FakeLineage fake = new FakeLineage(folder, 4).write();
    fake.pass("teacher-1", "innocent-7", 5);

    Run run = Run.of(fake.arguments());

    assertThat(run.err())
        .contains(
            "innocent-7 leaves the panel: 5 of 40 answers are word for word those of teacher-1\n")
        .contains("23 models of 23 families");
    JsonNode copies = line(run, "innocent-7", "second").get("copies");
    assertThat(copies).hasSize(1);
    assertThat(copies.get(0).get("model").asText()).isEqualTo("teacher-1");
    assertThat(copies.get(0).get("prompts").asInt()).isEqualTo(5);
    assertThat(copies.get(0).get("share").asDouble()).isEqualTo(5 / 40.0);
    assertThat(line(run, "innocent-7", "first").get("panelFamilies").asInt())
        .isEqualTo(FakeLineage.FAMILIES);
    assertThat(line(run, "innocent-8", "first").get("copies")).isEmpty();
  }

  @Test
  void references_of_two_teachers_with_the_same_answers_stay_and_are_told() throws IOException {
    FakeLineage fake = new FakeLineage(folder, 4).write();
    fake.pass("teacher-1", "teacher-2", 5);

    Run run = Run.of(fake.arguments());

    assertThat(run.err())
        .contains(
            "teacher-1 and teacher-2 stand for two teachers and stay,"
                + " yet 5 of 40 answers are the same word for word")
        .contains("24 models of 24 families");
  }

  @Test
  void shows_the_strongest_phrases_of_a_teacher_that_a_suspect_resembles() {
    FakeLineage fake = new FakeLineage(folder, 4).write();

    JsonNode line = line(Run.of(fake.arguments()), "student", "first");
    Run table = Run.of(fake.arguments("--format", "text"));

    assertThat(line.get("phrases")).hasSize(5);
    JsonNode strongest = line.get("phrases").get(0);
    assertThat(strongest.get("suspect").asInt()).isBetween(1, strongest.get("ofSuspect").asInt());
    assertThat(strongest.get("teacher").asInt()).isBetween(5, strongest.get("ofTeacher").asInt());
    assertThat(strongest.get("panel").asInt()).isBetween(5, strongest.get("ofPanel").asInt());
    assertThat(table.out())
        .anyMatch(row ->
            row.startsWith("student ")
                && row.contains("\"%s\"".formatted(strongest.get("phrase").asText())));
  }

  @Test
  void every_pair_has_one_line_with_every_field() {
    FakeLineage fake = new FakeLineage(folder, 4).write();

    Run run = Run.of(fake.arguments());

    assertThat(run.out()).hasSize(2 * (FakeLineage.FAMILIES + FakeLineage.STRANGERS + 3));
    assertThat(lines(run))
        .allSatisfy(line -> {
          assertThat(line.properties().stream().map(field -> field.getKey()))
              .contains("suspect", "teacher", "signals", "fusedZ", "pooledP", "familyPanelP")
              .contains("panelFamilies", "panelModels", "smallestP", "log10Lr", "claim", "prompts")
              .contains("promptFreeZ", "sameModelAs", "panelDigest");
          assertThat(line.get("signals").has("rareGrams")).isTrue();
          assertThat(line.get("fusedZ").isNull())
              .isEqualTo(line.get("teacher").asText().equals(ownTeacher(line)));
        });
    assertThat(lines(run).stream().map(line -> line.get("suspect").asText()).distinct().toList())
        .isSorted();
  }

  private static String ownTeacher(JsonNode line) {
    return switch (line.get("suspect").asText()) {
      case "teacher-1" -> "first";
      case "teacher-2" -> "second";
      default -> "";
    };
  }

  @Test
  void what_labels_say_of_a_suspect_changes_nothing_for_it() throws IOException {
    FakeLineage fake = new FakeLineage(folder, 5).write();
    Run before = Run.of(fake.arguments());
    String labels = Files.readString(fake.file("labels.csv"));

    Files.writeString(
        fake.file("labels.csv"),
        labels.replace("innocent-3,first,0,,docs,1", "innocent-3,first,1,main,sft,0"));
    Run after = Run.of(fake.arguments());

    JsonNode one = line(before, "innocent-3", "first");
    JsonNode other = line(after, "innocent-3", "first");
    for (String field : List.of("fusedZ", "pooledP", "familyPanelP", "log10Lr", "claim")) {
      assertThat(other.get(field)).as(field).isEqualTo(one.get(field));
    }
    assertThat(other.get("panelDigest")).isNotEqualTo(one.get("panelDigest"));
  }

  @Test
  void order_and_repetition_of_lines_change_nothing() throws IOException {
    FakeLineage fake = new FakeLineage(folder, 6).write();
    Run before = Run.of(fake.arguments());
    List<String> lines = Files.readAllLines(fake.file("panel.jsonl"));

    fake.write("panel.jsonl", Stream.concat(lines.reversed().stream(), lines.stream()).toList());
    Run after = Run.of(fake.arguments());

    assertThat(after.out()).isEqualTo(before.out());
  }

  @Test
  void a_suspect_with_a_part_of_the_prompts_is_compared_on_that_part() throws IOException {
    FakeLineage fake = new FakeLineage(folder, 7).write();
    List<String> lines = Files.readAllLines(fake.file("suspects.jsonl"));

    fake.write("suspects.jsonl", lines.subList(0, 30));
    JsonNode part = line(Run.of(fake.arguments()), "student", "first");
    fake.write("suspects.jsonl", lines.subList(0, 24));
    JsonNode tooFew = line(Run.of(fake.arguments()), "student", "first");

    assertThat(part.get("prompts").asInt()).isEqualTo(30);
    assertThat(part.get("fusedZ").asDouble()).isGreaterThan(2);
    assertThat(tooFew.get("fusedZ").isNull()).isTrue();
    assertThat(tooFew.get("reason").asText()).isEqualTo("too-few-prompts");
  }

  @Test
  void a_teacher_without_answers_still_has_its_lines() {
    FakeLineage fake = new FakeLineage(folder, 8).write();
    fake.write(
        "teachers.csv",
        List.of(
            "teacher_group,vendor,first_available,reference_models",
            "first,maker,2023-01,teacher-1;teacher-0",
            "absent,third,2023-01,nobody",
            "renamed,other,2023-01,teacher-2"));

    Run run = Run.of(fake.arguments());

    JsonNode absent = line(run, "student", "absent");
    assertThat(absent.get("fusedZ").isNull()).isTrue();
    assertThat(absent.get("claim").asText()).isEqualTo("insufficient-panel");
    assertThat(absent.get("reason").asText()).isEqualTo("no-answers-of-teacher");
    assertThat(line(run, "student", "first").get("fusedZ").isNumber()).isTrue();
    assertThat(run.err())
        .contains(
            "2 models that stand for a teacher have no answers in the panel (teacher-0, nobody)")
        .contains("1 teachers of the labels are not among the teachers (second)");
  }

  @Test
  void models_that_files_do_not_know_are_named_once() throws IOException {
    FakeLineage fake = new FakeLineage(folder, 9).write();
    List<String> lines = new ArrayList<>(Files.readAllLines(fake.file("panel.jsonl")));
    lines.addAll(fake.answers("stranger", 77, 77, 0));

    fake.write("panel.jsonl", lines);
    Run run = Run.of(fake.arguments());

    assertThat(run.err())
        .contains("1 suspects have no lineage")
        .contains("1 reference models have no lineage and are left out of the panel");
    assertThat(line(run, "stranger", "first").get("fusedZ").isNumber()).isTrue();
  }

  @Test
  void growth_says_what_fewer_prompts_would_have_said() {
    FakeLineage fake = new FakeLineage(folder, 10).write();

    JsonNode line = line(Run.of(fake.arguments("--growth")), "student", "first");

    assertThat(line.get("growth")).hasSize(1);
    assertThat(line.get("growth").get(0).get("prompts").asInt()).isEqualTo(25);
    assertThat(line.get("growth").get(0).get("fusedZ").isNumber()).isTrue();
  }

  @Test
  void a_person_gets_a_table() {
    FakeLineage fake = new FakeLineage(folder, 11).write();

    Run run = Run.of(fake.arguments("--format", "text"));

    assertThat(run.out()).hasSize(1 + 2 * (FakeLineage.FAMILIES + FakeLineage.STRANGERS + 3));
    assertThat(run.out().getFirst()).startsWith("suspect ").contains("fusedZ", "claim");
    assertThat(run.out()).anyMatch(row -> row.startsWith("student ") && row.contains("first"));
  }

  @Test
  void what_cannot_be_read_is_told_counted_and_stops_nothing() throws IOException {
    FakeLineage fake = new FakeLineage(folder, 12).write();
    Run clean = Run.of(fake.arguments());
    append(
        fake, "panel.jsonl", "{\"model\":\"innocent-1\",\"prompt_id\":1,\"output\":\"another\"}");
    append(fake, "panel.jsonl", "not JSON");
    append(fake, "labels.csv", "innocent-1,first,maybe,,,0");
    append(fake, "lineage.csv", "x,y,never");

    Run run = Run.of(fake.arguments());

    assertThat(run.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
    assertThat(run.out()).isEqualTo(clean.out());
    assertThat(run.err())
        .contains("panel.jsonl:961: output must be the model's first answer")
        .contains("panel.jsonl:962: must be one JSON object")
        .contains("labels.csv:50: label must be 1, 0 or empty")
        .contains("lineage.csv:33: first_seen must be a date")
        .contains("4 rows, lines or files could not be read")
        .doesNotContain("Exception");
  }

  @Test
  void files_that_leave_nothing_to_compare_are_refused() {
    FakeLineage fake = new FakeLineage(folder, 13).write();
    fake.write("suspects.jsonl", List.of("{}"));
    fake.write("panel.jsonl", List.of("[]"));

    assertRefused(Run.of(fake.arguments()), "--suspects must hold at least one answer");
    fake.write("suspects.jsonl", fake.answers("student", 50, 1, FakeLineage.STUDENT_SHARE));
    assertRefused(Run.of(fake.arguments()), "--references must hold answers of a model that");
    fake.write("labels.csv", List.of("model,label"));
    assertRefused(Run.of(fake.arguments()), "labels.csv:1: header must have the columns");
  }

  @Test
  void a_command_line_that_breaks_a_rule_is_refused() {
    FakeLineage fake = new FakeLineage(folder, 14).write();

    assertRefused(Run.of("attribute"), "Missing required options");
    assertRefused(Run.of(fake.arguments("--alpha", "1")), "--alpha must be within (0, 1)");
    assertRefused(Run.of(fake.arguments("--alpha", "NaN")), "--alpha must be within (0, 1)");
    assertRefused(Run.of(fake.arguments("--panel-date", "soon")), "--panel-date must be a date");
    assertRefused(Run.of(fake.arguments("--format", "xml")), "--format must be json or text");
    assertRefused(
        Run.of(fake.arguments("--lineage", folder + "/no_*.csv")), "must name at least one file");
    assertRefused(Run.of(fake.arguments("--lineage", folder + "/no.csv")), "no.csv: must exist");
  }

  private static void assertRefused(Run run, String message) {
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  private static void append(FakeLineage fake, String name, String line) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(fake.file(name)));
    lines.add(line);
    fake.write(name, lines);
  }

  private static List<JsonNode> lines(Run run) {
    return run.out().stream().map(AttributeTest::parse).toList();
  }

  private static JsonNode line(Run run, String suspect, String teacher) {
    return lines(run).stream()
        .filter(line -> line.get("suspect").asText().equals(suspect))
        .filter(line -> line.get("teacher").asText().equals(teacher))
        .findFirst()
        .orElseThrow(() -> new AssertionError(run.err()));
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
