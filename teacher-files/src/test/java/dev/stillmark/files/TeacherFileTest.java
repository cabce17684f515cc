package dev.stillmark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.Detector;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Teacher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeacherFileTest {

  private static final String HEAD = "teacher: aria-2\nvendor: Aria\n";

  @TempDir Path directory;

  @Test
  void gives_one_detector_per_scheme_and_one_for_phrases_and_canaries() throws IOException {
    Files.writeString(directory.resolve("a.key"), "123456789");
    Files.writeString(directory.resolve("reply.txt"), "tangerine\n");
    Files.writeString(directory.resolve("phrases.tsv"), "in the end\t4.5\nit is worth noting\t3\n");
    Path file =
        write(
            """
            released: 2025-03-01
            schemes:
              - {scheme: kgw, tokenizer: cl100k_base, vocabSize: 100352, keyFile: a.key, bias: 2.0}
              - {scheme: kgw, tokenizer: cl100k_base, vocabSize: 100277, key: 5, decoys: 3}
            canaries:
              replySpace: 1000000
              items: [{id: c1, promptId: p1, replyFile: reply.txt}]
            phrases: phrases.tsv
            """);

    LoadedTeacher loaded = TeacherFile.load(file);

    assertThat(loaded.teacher()).isEqualTo(new Teacher("aria-2", "Aria", LocalDate.of(2025, 3, 1)));
    assertThat(loaded.detectors())
        .map(Detector::descriptor)
        .hasExactlyElementsOfTypes(
            Descriptor.Watermark.class,
            Descriptor.Watermark.class,
            Descriptor.Canaries.class,
            Descriptor.Phrases.class);
    assertThat(loaded.tokenizers()).hasSize(1);
    assertThat(loaded.toString()).doesNotContain("123456789");
  }

  @Test
  void mines_phrases_from_outputs_against_a_background() throws IOException {
    StringBuilder ours = new StringBuilder();
    StringBuilder theirs = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      ours.append("{\"output\":\"let us delve into number %d together\"}\n".formatted(i));
      theirs.append("{\"output\":\"the number %d is what it is\"}\n".formatted(i));
    }
    Files.writeString(directory.resolve("ours.jsonl"), ours);
    Files.writeString(directory.resolve("theirs.jsonl"), theirs);

    LoadedTeacher loaded =
        TeacherFile.load(
            write("referenceOutputs: ours.jsonl\nbackground: theirs.jsonl\nphraseCount: 3\n"));

    assertThat(loaded.detectors()).singleElement();
    assertThat(((Descriptor.Phrases) loaded.detectors().getFirst().descriptor()).phrases())
        .isBetween(1, 3);
  }

  @Test
  void mines_the_same_phrases_from_one_file_that_holds_several_models() throws IOException {
    StringBuilder all = new StringBuilder();
    StringBuilder ours = new StringBuilder();
    StringBuilder theirs = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      String said = "\"output\":\"let us delve into number %d together\"}\n".formatted(i);
      String other = "\"output\":\"the number %d is what it is\"}\n".formatted(i);
      all.append("{\"model\":\"a-1\",").append(said).append("{\"model\":\"a-2\",").append(said);
      all.append("{\"model\":\"b\",").append(other);
      ours.append('{').append(said).append('{').append(said);
      theirs.append('{').append(other);
    }
    Files.writeString(directory.resolve("all.jsonl"), all);
    Files.writeString(directory.resolve("ours.jsonl"), ours);
    Files.writeString(directory.resolve("theirs.jsonl"), theirs);

    LoadedTeacher filtered =
        TeacherFile.load(
            write(
                "referenceOutputs: {outputs: all.jsonl, where: {model: [a-1, a-2]}}\n"
                    + "background: [{outputs: all.jsonl, where: {model: b}}]\n"));
    LoadedTeacher apart =
        TeacherFile.load(write("referenceOutputs: ours.jsonl\nbackground: theirs.jsonl\n"));

    assertThat(filtered.detectors().getFirst().descriptor())
        .isEqualTo(apart.detectors().getFirst().descriptor());
  }

  @Test
  void every_broken_rule_names_line_and_field() throws IOException {
    assertFault("", 1, "must have schemes, canaries, phrases or referenceOutputs");
    assertFault("vendr: x", 3, "vendr is not known; the nearest known field is 'vendor'");
    assertFault("released: soon", 3, "released must be a date such as 2026-01-31 but is soon");
    assertFault("identityMarkers: [a]", 3, "identityMarkers is not supported in this version");
    assertFault(
        "schemes: [{scheme: kgw, vocabSize: 50257, key: 1}]",
        3,
        "schemes[0] must have the field 'tokenizer'");
    assertFault(
        "schemes:\n  - {scheme: kgw, vocabSize: 50257, tokenizer: r50k_base}",
        4,
        "schemes[0] must have the field 'key' or 'keyFile'");
    assertFault(
        "referenceOutputs: x.jsonl",
        3,
        "referenceOutputs must stand beside background: phrases mined against the reference panel"
            + " itself would bias the ranks in that panel");
    assertFault(
        "background: x.jsonl",
        3,
        "background must stand beside referenceOutputs, whose background it is");
    assertFault(
        "phrases: [{phrase: a b}]\nphraseCount: 5",
        4,
        "phraseCount must not stand beside phrases, which would leave it unused");
    assertFault("phrases: absent.tsv", 3, "phrases names the file 'absent.tsv', which must exist");
    assertFault(
        "canaries: {replySpace: 1, items: [{id: a, promptId: p, reply: r}]}",
        3,
        "canaries.replySpace must be an integer within 2..999999999999999999 but is 1");
    assertFault(
        "canaries: {replySpace: 9, items: [{id: a, promptId: p}]}",
        3,
        "canaries.items[0] must have either the field 'reply' or the field 'replyFile'");
    assertFault(
        "canaries: {replySpace: 9, items: [{id: a, promptId: p, replyFile: gone}]}",
        3,
        "canaries.items[0].replyFile names the file 'gone', which must exist");
  }

  @Test
  void a_faulty_line_of_a_phrase_file_or_of_mined_outputs_is_named() throws IOException {
    Path phrases =
        Files.writeString(directory.resolve("phrases.tsv"), "fine words\t1\nno number\n");
    Path ours = Files.writeString(directory.resolve("ours.jsonl"), "{\"output\":\"x\"}\n{}\n");

    Path list = write("phrases: phrases.tsv\n");
    assertThatThrownBy(() -> TeacherFile.load(list))
        .hasMessage(phrases + ":2: must be a phrase, a tab and its log-odds");
    Path mined = write("referenceOutputs: ours.jsonl\nbackground: ours.jsonl\n");
    assertThatThrownBy(() -> TeacherFile.load(mined))
        .hasMessage(ours + ":2: output must be there and not null");
  }

  @Test
  void teachers_share_the_tokenizer_of_one_file_digest() throws IOException {
    Path first = write("schemes: [{scheme: kgw, tokenizer: r50k_base, vocabSize: 50257, key: 1}]");
    Tokenizers shared = new Tokenizers();

    LoadedTeacher one = TeacherFile.load(first, shared);
    LoadedTeacher two = TeacherFile.load(first, shared);

    assertThat(one.tokenizers().getFirst()).isSameAs(two.tokenizers().getFirst());
  }

  private void assertFault(String lines, int line, String message) throws IOException {
    Path file = write(lines);
    assertThatThrownBy(() -> TeacherFile.load(file))
        .isInstanceOf(InputFault.class)
        .hasMessage(file + ":" + line + ": " + message);
  }

  private Path write(String lines) throws IOException {
    return Files.writeString(directory.resolve("teacher.yaml"), HEAD + lines);
  }
}
