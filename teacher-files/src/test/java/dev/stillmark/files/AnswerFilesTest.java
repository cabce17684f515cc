package dev.stillmark.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.attribution.ModelAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerFilesTest {

  @TempDir private Path folder;

  private final List<String> faults = new ArrayList<>();
  private final AnswerFiles files = new AnswerFiles(fault -> faults.add(withoutFolder(fault)));

  @Test
  void answers_stand_by_prompt_and_model_whatever_the_order_of_the_lines() {
    Path one = write("one.jsonl", line("b", 7, "b7"), line("a", 7, "a7"), line("a", 3, "a3"));
    Path two = write("two.jsonl", line("c", 3, "c3"));

    Set<String> models = files.read(List.of(one, two));

    assertThat(models).containsExactly("a", "b", "c");
    assertThat(files.answers().promptIds()).containsExactly(3L, 7L);
    assertThat(outputs(3)).containsExactly("a3", "c3");
    assertThat(outputs(7)).containsExactly("a7", "b7");
    assertThat(files.answers().promptsOf("a")).containsExactly(3L, 7L);
    assertThat(files.answers().size()).isEqualTo(4);
    assertThat(faults).isEmpty();
  }

  @Test
  void gzip_a_byte_order_mark_blank_lines_and_other_line_ends_change_nothing() throws IOException {
    String text = "\uFEFF" + line("a", 1, "a1") + "\r\n\r\n" + line("b", 1, "b1") + "\r\n";
    Path file = folder.resolve("packed.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    Set<String> models = files.read(List.of(file));

    assertThat(models).containsExactly("a", "b");
    assertThat(faults).isEmpty();
  }

  @Test
  void the_same_answer_again_counts_once() {
    Path file = write("twice.jsonl", line("a", 1, "same"), line("a", 1, "same"));

    files.read(List.of(file, file));

    assertThat(files.answers().size()).isEqualTo(1);
    assertThat(files.answers().repeats()).isEqualTo(1);
    assertThat(faults).isEmpty();
  }

  @Test
  void another_answer_of_the_same_model_is_a_fault_and_the_first_is_kept() {
    Path file = write("two.jsonl", line("a", 1, "first"), line("a", 1, "second"));

    files.read(List.of(file));

    assertThat(outputs(1)).containsExactly("first");
    assertThat(faults)
        .containsExactly(
            "two.jsonl:2: output must be the model's first answer to this prompt, which is kept, or"
                + " absent");
  }

  @Test
  void an_id_that_stands_for_two_prompts_is_a_fault() {
    Path file =
        write(
            "ids.jsonl",
            "{\"model\":\"a\",\"prompt_id\":1,\"prompt\":\"How?\",\"output\":\"so\"}",
            "{\"model\":\"b\",\"prompt_id\":1,\"prompt\":\" How?\\n\",\"output\":\"thus\"}",
            "{\"model\":\"c\",\"prompt_id\":1,\"prompt\":\"Why?\",\"output\":\"because\"}");

    Set<String> models = files.read(List.of(file));

    assertThat(models).containsExactly("a", "b");
    assertThat(faults)
        .containsExactly(
            "ids.jsonl:3: prompt must be that of the lines before with the same prompt_id");
  }

  @Test
  void ids_may_be_texts_and_a_prompt_without_one_stands_for_itself() {
    Path file =
        write(
            "ids.jsonl",
            "{\"model\":\"a\",\"prompt_id\":\"arena-1\",\"output\":\"a1\"}",
            "{\"model\":\"b\",\"promptId\":\"arena-1\",\"output\":\"b1\"}",
            "{\"model\":\"a\",\"prompt_id\":\"12\",\"output\":\"a12\"}",
            "{\"model\":\"b\",\"prompt_id\":12,\"output\":\"b12\"}",
            "{\"model\":\"a\",\"prompt\":\"How?\",\"output\":\"a\"}",
            "{\"model\":\"b\",\"prompt\":\"How?\",\"output\":\"b\"}");

    files.read(List.of(file));

    assertThat(files.answers().promptIds()).hasSize(3).contains(12L);
    assertThat(files.answers().promptIds())
        .allSatisfy(id -> assertThat(files.answers().to(id)).hasSize(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"prompt_id\":1,\"output\":\"x\"} | model must be there and not null",
        "{\"model\":null,\"prompt_id\":1,\"output\":\"x\"} | model must be a text",
        "{\"model\":\" \",\"prompt_id\":1,\"output\":\"x\"} | model must not be blank",
        "{\"model\":\"a\",\"output\":\"x\"} | prompt_id must be there, or else the prompt",
        "{\"model\":\"a\",\"prompt_id\":1.5,\"output\":\"x\"} | prompt_id must be a text",
        "{\"model\":\"a\",\"prompt_id\":\"\",\"output\":\"x\"} | prompt_id must not be blank",
        "{\"model\":\"a\",\"prompt_id\":1,\"promptId\":1,\"output\":\"x\"} | promptId must not",
        "{\"model\":\"a\",\"prompt_id\":1} | output must be there and not null",
        "{\"model\":\"a\",\"prompt_id\":1,\"output\":\"\"} | output must not be blank",
        "{\"model\":\"a\",\"prompt_id\":1,\"output\":[\"x\"]} | output must be a text",
        "{\"model\":\"a\",\"prompt_id\":1,\"prompt\":3,\"output\":\"x\"} | prompt must be a text",
        "{\"model\":\"a\",\"prompt_id\":1,\"output\":\"\\ud800\"} | output must hold no unpaired",
        "{\"model\":\"a\",\"model\":\"b\"} | must be one JSON object with unique names",
        "[1] | must be a JSON object",
        "{\"model\":\"a\"} {} | must be a single JSON object",
        "{\"model\": | must be one JSON object",
        "no JSON | must be one JSON object",
      })
  void a_line_that_breaks_a_rule_is_told_with_its_place_and_stops_nothing(
      String broken, String rule) {
    Path file = write("f.jsonl", line("a", 1, "before"), broken, line("b", 1, "after"));

    Set<String> models = files.read(List.of(file));

    assertThat(models).containsExactly("a", "b");
    assertThat(faults).singleElement().asString().startsWith("f.jsonl:2: " + rule);
  }

  @Test
  void a_line_beyond_the_limit_and_broken_text_stop_nothing() throws IOException {
    Path file = folder.resolve("huge.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(new byte[OutputRows.LINE_LIMIT + 1]);
      out.write("\n{\"model\":\"".getBytes(StandardCharsets.UTF_8));
      out.write(0xe9);
      out.write(("\"}\n" + line("a", 1, "a1")).getBytes(StandardCharsets.UTF_8));
    }

    Set<String> models = files.read(List.of(file));

    assertThat(models).containsExactly("a");
    assertThat(faults)
        .containsExactly(
            "huge.jsonl:1: must be at most 4194304 bytes long",
            "huge.jsonl:2: must be valid UTF-8");
  }

  @Test
  void a_file_that_is_not_there_stops_no_other() {
    Path there = write("there.jsonl", line("a", 1, "a1"));

    Set<String> models = files.read(List.of(folder.resolve("absent.jsonl"), there));

    assertThat(models).containsExactly("a");
    assertThat(faults).containsExactly("absent.jsonl: must exist");
  }

  @Test
  void a_cut_gzip_file_keeps_what_was_whole() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int prompt = 0; prompt < 5_000; prompt++) {
      text.append(line("a", prompt, "answer " + prompt * 2_654_435_761L)).append('\n');
    }
    Path whole = folder.resolve("whole.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve("cut.gz");
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));

    files.read(List.of(cut));

    assertThat(files.answers().size()).isBetween(1_000, 4_000);
    assertThat(faults).singleElement().asString().endsWith("must be valid gzip from here on");
  }

  private List<String> outputs(long promptId) {
    return files.answers().to(promptId).stream().map(ModelAnswer::output).toList();
  }

  private String withoutFolder(InputFault fault) {
    return String.valueOf(fault.getMessage()).replace(folder + "/", "");
  }

  private static String line(String model, long promptId, String output) {
    return "{\"model\":\"%s\",\"prompt_id\":%d,\"output\":\"%s\"}"
        .formatted(model, promptId, output);
  }

  private Path write(String name, String... lines) {
    try {
      return Files.writeString(folder.resolve(name), String.join("\n", lines));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
