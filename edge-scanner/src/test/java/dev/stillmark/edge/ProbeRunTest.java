package dev.stillmark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.files.ProbeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeRunTest {

  private static final int QUESTIONS = 100;

  @TempDir private Path folder;

  @Test
  void prints_our_questions_for_models_to_answer() {
    Run run = Run.of("probe", "--print");

    assertThat(run.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
    assertThat(run.out()).hasSize(ProbeFile.own().size());
    assertThat(run.out().getFirst()).startsWith("{\"id\":\"letters-in-word-01\",\"question\":");
  }

  @Test
  void finds_the_student_and_not_the_innocent() throws IOException {
    Run run = compare();

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
    assertThat(run.out()).hasSize(2);
    assertThat(run.out().get(0))
        .contains(
            "\"suspect\":\"student\"",
            "\"teacher\":\"teacher\"",
            "\"wrong\":80",
            "\"sharedErrors\":80",
            "\"families\":24",
            "\"smallestP\":0.04",
            "\"p\":0.04",
            "\"reason\":null",
            "\"probes\":\"");
    assertThat(run.out().get(1)).contains("\"suspect\":\"innocent\"", "\"p\":1.0");
  }

  @Test
  void says_the_same_as_a_table() throws IOException {
    Run run = compare("--format", "text");

    assertThat(run.out()).hasSize(3);
    assertThat(run.out().getFirst()).startsWith("suspect ").contains("smallestP", "ceilingP");
  }

  @Test
  void says_why_there_is_no_rank() throws IOException {
    Files.writeString(folder.resolve("families.csv"), "model,family\nteacher,t\nm0,f0\n");

    Run run = compareWith(folder.resolve("families.csv"), "--suspect", "student");

    assertThat(run.out()).hasSize(1);
    assertThat(run.out().getFirst())
        .contains("\"p\":null,\"reason\":\"insufficient-panel\"", "\"ceilingP\":null");
  }

  @Test
  void an_answer_to_no_question_names_its_line() throws IOException {
    Path answers =
        Files.writeString(
            folder.resolve("bad.jsonl"), "{\"model\":\"m\",\"id\":\"q999\",\"answer\":\"1\"}\n");

    Run run = compareWith(families(), "--answers", answers.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "stillmark: " + answers + ":1: id must be that of a question but is 'q999'");
  }

  @Test
  void tells_which_option_is_wrong() throws IOException {
    assertThat(Run.of("probe").err())
        .startsWith("stillmark: --answers must be given, or --print or --simulate");
    assertThat(Run.of("probe", "--answers", "x", "--families", "y").err())
        .startsWith("stillmark: --teacher must be given beside --answers");
    assertThat(compareWith(families(), "--suspect", "nobody").err())
        .startsWith("stillmark: --suspect must be a model with answers");
    assertThat(compareWith(families(), "--suspect", "teacher").err())
        .startsWith("stillmark: --suspect must not be of the teacher's family");
    assertThat(Run.of("probe", "--simulate", "--panel", "0").err())
        .startsWith("stillmark: --panel must be within 1..1000 but is 0");
  }

  @Test
  void simulates_the_same_figures_from_the_same_seed() {
    String[] small = {"probe", "--simulate", "--questions", "50", "--trials", "2", "--panel", "20"};

    Run run = Run.of(small);

    assertThat(run.out()).hasSize(9).isEqualTo(Run.of(small).out());
    assertThat(run.out().getFirst())
        .contains("\"suspect\":\"innocent\"", "\"sharedErrorsRate\":", "\"ceilingRate\":");
  }

  private Run compare(String... more) throws IOException {
    return compareWith(families(), more);
  }

  private Run compareWith(Path families, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "probe",
                "--probes",
                probes().toString(),
                "--answers",
                answers().toString(),
                "--families",
                families.toString(),
                "--teacher",
                "teacher"));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new));
  }

  private Path probes() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int question = 0; question < QUESTIONS; question++) {
      lines.append(
          "{\"id\":\"q%1$d\",\"question\":\"What is number %1$d?\",\"answers\":[\"1\"],\"checker\":{\"type\":\"number\"}}\n"
              .formatted(question));
    }
    return Files.writeString(folder.resolve("probes.jsonl"), lines);
  }

  private Path families() throws IOException {
    StringBuilder lines = new StringBuilder("model,family\nteacher,t\n");
    for (int model = 0; model < 24; model++) {
      lines.append("m%1$d,f%1$d\n".formatted(model));
    }
    return Files.writeString(folder.resolve("families.csv"), lines);
  }

  /** Wrong answers of the teacher's own to 80 of 100 questions; the panel's are all different. */
  private Path answers() throws IOException {
    StringBuilder lines = new StringBuilder();
    add(lines, "teacher", 7);
    add(lines, "student", 7);
    add(lines, "innocent", 8);
    for (int model = 0; model < 24; model++) {
      add(lines, "m" + model, 20 + model);
    }
    return Files.writeString(folder.resolve("answers.jsonl"), lines);
  }

  private static void add(StringBuilder lines, String model, int wrong) {
    for (int question = 0; question < QUESTIONS; question++) {
      lines.append(
          "{\"model\":\"%s\",\"id\":\"q%d\",\"answer\":\"The answer is %d.\"}\n"
              .formatted(model, question, question < 80 ? wrong : 1));
    }
  }
}
