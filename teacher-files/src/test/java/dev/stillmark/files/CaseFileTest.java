package dev.stillmark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.verdict.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFileTest {

  private static final String HEAD =
      """
      case: who-copied
      teachers: [teacher.yaml]
      """;

  @TempDir Path directory;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(
        directory.resolve("teacher.yaml"),
        """
        teacher: t
        vendor: v
        schemes:
          - {scheme: kgw, tokenizer: r50k_base, vocabSize: 50257, key: 7}
        """);
    Files.createDirectory(directory.resolve("data"));
    for (String name : new String[] {"b.jsonl", "a.jsonl", "other.txt"}) {
      Files.writeString(directory.resolve("data").resolve(name), "");
    }
  }

  @Test
  void an_effect_that_no_scheme_could_show_is_refused() throws IOException {
    Path file =
        write(
            HEAD
                + """
                policy: {effect: 0.25}
                suspects: [{name: s, outputs: data/a.jsonl}]
                """);

    assertThatThrownBy(() -> CaseFile.load(file))
        .isInstanceOf(InputFault.class)
        .hasMessageMatching(
            ".*:3: policy.effect must be above 0.25\\d+, a share of green tokens that teacher.yaml"
                + " has by chance, but is 0.25");
  }

  @Test
  void reads_suspects_references_and_policy() throws IOException {
    CaseDefinition read =
        CaseFile.load(
            write(
                HEAD
                    + """
                    policy: {alpha: 0.001, power: 0.9}
                    suspects:
                      - name: s
                        outputs: data/*.jsonl
                        fields: {outputIds: output_ids, promptIds: prompt_ids}
                        where: {model: some-model}
                    references:
                      - {name: r, family: f, released: 2024-05-01, outputs: [data/a.jsonl]}
                    """));

    assertThat(read.policy()).isEqualTo(new Policy(0.001, null, 0.9, 0.05));
    CaseDefinition.SuspectFiles suspect = read.suspects().getFirst();
    assertThat(suspect.outputs())
        .containsExactly(directory.resolve("data/a.jsonl"), directory.resolve("data/b.jsonl"));
    assertThat(suspect.tokenizer()).isEqualTo("r50k_base");
    assertThat(suspect.collection()).isEqualTo("who-copied");
    assertThat(suspect.fields().where()).isEqualTo(Map.of("model", Set.of("some-model")));
    CaseDefinition.ReferenceFiles reference = read.references().getFirst();
    assertThat(reference.released()).isEqualTo(LocalDate.of(2024, 5, 1));
    assertThat(reference.tokenizer()).isNull();
  }

  @Test
  void every_broken_rule_names_line_and_field() throws IOException {
    String suspect = HEAD + "suspects:\n  - {name: s, outputs: data/a.jsonl, %s}\n";
    assertFault(
        suspect.formatted("field: {}"),
        4,
        "suspects[0].field is not known; the nearest known field is 'fields'");
    assertFault(
        suspect.formatted("fields: {outputids: x}"),
        4,
        "suspects[0].fields.outputids is not known; the nearest known field is 'outputIds'");
    assertFault(
        suspect.formatted("fields: {output: x, prompt: x}"),
        4,
        "suspects[0].fields.prompt must not name the field 'x' again");
    assertFault(
        suspect.formatted("tokenizer: r50k_base"),
        4,
        "suspects[0].tokenizer must stand beside fields.outputIds, whose tokenizer it names");
    assertFault(
        HEAD + "suspects: [{name: s, outputs: data/none*.jsonl}]",
        3,
        "suspects[0].outputs must name at least one file but 'data/none*.jsonl' names none");
    assertFault(
        HEAD + "suspects: [{name: ' ', outputs: data/a.jsonl}]",
        3,
        "suspects[0].name must not be blank");
    assertFault(HEAD + "suspects: []", 3, "suspects must not be empty");
    assertFault(HEAD, 1, "must have the field 'suspects'");
    assertFault(
        HEAD + "policy: {alpha: 2}\nsuspects: [{name: s, outputs: data/a.jsonl}]",
        3,
        "policy.alpha must be within (0, 1) but is 2.0");
    assertFault(
        HEAD
            + "suspects: [{name: s, outputs: data/a.jsonl}]\n"
            + "references: [{name: s, family: f, outputs: data/a.jsonl}]",
        4,
        "references[0].name must be the name of one model only but 's' is repeated");
  }

  @Test
  void token_ids_need_a_tokenizer_where_the_teachers_do_not_agree() throws IOException {
    Files.writeString(
        directory.resolve("teacher.yaml"),
        "teacher: t\nvendor: v\nphrases: [{phrase: as an example}]\n");

    assertFault(
        HEAD + "suspects: [{name: s, outputs: data/a.jsonl, fields: {outputIds: ids}}]",
        3,
        "suspects[0] must have the field 'tokenizer' for its token ids, since the teachers use 0"
            + " tokenizers");
  }

  private void assertFault(String content, int line, String message) throws IOException {
    Path file = write(content);
    assertThatThrownBy(() -> CaseFile.load(file))
        .isInstanceOf(InputFault.class)
        .hasMessage(file + ":" + line + ": " + message);
  }

  private Path write(String content) throws IOException {
    return Files.writeString(directory.resolve("case.yaml"), content);
  }
}
