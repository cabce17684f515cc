package dev.stillmark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.probe.Grade;
import dev.stillmark.detection.probe.Probe;
import dev.stillmark.detection.probe.ProbeSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeFileTest {

  @TempDir private Path folder;

  @Test
  void reads_every_kind_of_checker() throws IOException {
    ProbeSet set =
        load(
            """
            {"id":"a","question":"How far?","answers":["3"],"checker":{"type":"number","tolerance":0.5,"units":{"m":0.001}},"topic":"t","difficulty":"easy"}
            {"id":"b","question":"Who?","answers":["Ann","Anna"],"checker":{"type":"text","words":1,"caseSensitive":true}}

            {"id":"c","question":"Which?","answers":["B"],"checker":{"type":"choice","options":["A","B"]}}
            {"id":"d","question":"Which ones?","answers":["x, y"],"checker":{"type":"list","ordered":false}}
            """);

    assertThat(set.probes()).extracting(Probe::id).containsExactly("a", "b", "c", "d");
    assertThat(set.probes().get(0).grade("3400 m")).isEqualTo(Grade.RIGHT);
    assertThat(set.probes().get(1).grade("anna")).isEqualTo(new Grade.Wrong("anna"));
    assertThat(set.probes().get(3).grade("y, x")).isEqualTo(Grade.RIGHT);
  }

  @Test
  void what_is_written_reads_as_the_same_set() throws IOException {
    ProbeSet own = ProbeFile.own();
    List<String> lines = own.probes().stream().map(ProbeLine::of).toList();

    ProbeSet read = load(String.join("\n", lines));

    assertThat(read).isEqualTo(own);
    assertThat(read.digest()).isEqualTo(own.digest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[]| must be a JSON object",
        "{} {}| id must be there",
        "{\"id\":\" \"}| id must not be blank",
        "{\"id\":7}| id must be a text",
        "{\"question\":\"q\",\"answers\":[\"1\"],\"checker\":{\"type\":\"number\"}}| id must be there",
        "{\"id\":\"x\",\"question\":\"q\",\"answers\":[\"1\"]}| checker must be there",
        "{\"id\":\"x\",\"question\":\"q\",\"checker\":{\"type\":\"number\"}}| answers is wrong: answers must be at least 1 but are 0",
        "{\"id\":\"x\",\"question\":\"q\",\"answers\":\"1\"}| answers must be a list of texts",
        "{\"id\":\"x\",\"question\":\"q\",\"answers\":[\"many\"],\"checker\":{\"type\":\"number\"}}| answers is wrong: answers must be readable by the checker but 'many' is not",
        "{\"checker\":{\"type\":\"regex\",\"pattern\":\"(a+)+\"}}| checker must hold nothing but type, tolerance, units, options, ordered, words and caseSensitive",
        "{\"checker\":{\"type\":\"regex\"}}| checker.type must be number, choice, list or text",
        "{\"checker\":{\"type\":\"number\",\"options\":[\"a\"]}}| checker.options must not stand beside the type number",
        "{\"checker\":{\"type\":\"number\",\"tolerance\":\"1\"}}| checker.tolerance must be a number of at most 30 characters",
        "{\"checker\":{\"type\":\"number\",\"tolerance\":1e-999999999}}| checker is wrong: tolerance must have at most 30 digits",
        "{\"checker\":{\"type\":\"text\",\"words\":0}}| checker is wrong: words must be at least 1 but is 0",
        "{\"checker\":{\"type\":\"list\",\"ordered\":1}}| checker.ordered must be true or false",
        "{\"sql\":1}| must hold nothing but id, question, answers, checker, topic and difficulty",
        "{\"id\":\"ok\",\"question\":\"other\",\"answers\":[\"1\"],\"checker\":{\"type\":\"number\"}}| id must not be that of line 1 again",
        "{\"id\":\"x\",\"question\":\"ok?\",\"answers\":[\"1\"],\"checker\":{\"type\":\"number\"}}| question must not be that of line 1 again",
      })
  void names_the_line_the_field_and_the_rule(String line, String rule) {
    String first =
        "{\"id\":\"ok\",\"question\":\"ok?\",\"answers\":[\"1\"],\"checker\":{\"type\":\"number\"}}\n";

    assertThatThrownBy(() -> load(first + line))
        .isInstanceOf(InputFault.class)
        .hasMessage(folder.resolve("probes.jsonl") + ":2: " + rule.strip());
  }

  @Test
  void an_empty_file_is_no_probe_set() {
    assertThatThrownBy(() -> load("\n \n")).hasMessageEndingWith("must hold at least one question");
  }

  @Test
  void reads_answers_and_leaves_other_fields_aside() throws IOException {
    Path file =
        write("answers.jsonl", "{\"model\":\"m\",\"id\":\"a\",\"answer\":\"\",\"x\":[1]}\n");
    List<ProbeAnswer> answers = new ArrayList<>();

    ProbeAnswerFile.read(file, answers::add);

    assertThat(answers).containsExactly(new ProbeAnswer(1, "m", "a", ""));
    assertThat(answers.getFirst()).hasToString("ProbeAnswer[1, model=m, id=a, 0 characters]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"model\":\"m\",\"id\":\"a\"}| answer must be there",
        "{\"model\":\"m\",\"id\":\"a\",\"answer\":null}| answer must be a text",
        "{\"model\":\"\",\"id\":\"a\",\"answer\":\"1\"}| model must not be blank",
        "{\"model\":\"m\",\"id\":\"a\",\"answer\":\"\\ud800\"}| answer must hold no unpaired surrogate",
        "7| must be a JSON object",
      })
  void names_what_is_wrong_with_an_answer(String line, String rule) throws IOException {
    Path file = write("answers.jsonl", "\n" + line);

    assertThatThrownBy(() -> ProbeAnswerFile.read(file, answer -> {}))
        .hasMessage(file + ":2: " + rule.strip());
  }

  private ProbeSet load(String lines) throws IOException {
    return ProbeFile.load(write("probes.jsonl", lines));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
