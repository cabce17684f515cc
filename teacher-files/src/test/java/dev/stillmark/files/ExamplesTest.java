package dev.stillmark.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The examples of the documentation, held against the parsers that read them. */
class ExamplesTest {

  private static final Path EXAMPLES = Path.of("..", "docs", "examples");

  @Test
  void the_example_case_is_one() {
    CaseDefinition example = CaseFile.load(EXAMPLES.resolve("case.yaml"));

    assertThat(example.suspects()).hasSize(1);
    assertThat(example.references()).hasSize(1);
  }

  @Test
  void every_line_of_the_example_outputs_can_be_read() {
    CaseDefinition.SuspectFiles suspect =
        CaseFile.load(EXAMPLES.resolve("case.yaml")).suspects().getFirst();

    try (OutputRows rows =
        OutputRows.open(suspect.outputs().getFirst(), suspect.fields(), suspect.collection())) {
      assertThat(rows).toIterable().hasSize(2).hasOnlyElementsOfType(OutputRow.class);
    }
  }

  @Test
  void the_example_teacher_has_a_detector() {
    LoadedTeacher teacher = TeacherFile.load(EXAMPLES.resolve("teacher.yaml"));

    assertThat(teacher.detectors()).hasSize(1);
  }
}
