package dev.stillmark.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.text.ByteLevelBpeTokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("shared-data")
class SharedDataTest {

  private static final Path DATA = Path.of(System.getProperty("stillmark.sharedData", ""));

  static List<Path> students() {
    try (Stream<Path> files = Files.list(DATA.resolve("radioactivity"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("student_")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("students")
  void every_row_of_a_trained_student_is_readable(Path student) {
    FieldMapping ids =
        new FieldMapping(Map.of("outputIds", "output_ids", "promptIds", "prompt_ids"), Map.of());
    int read = 0;
    try (OutputRows rows = OutputRows.open(student, ids, "c")) {
      while (rows.hasNext()) {
        OutputRow row = (OutputRow) rows.next();
        assertThat(row.promptIds()).startsWith(0);
        assertThat(row.outputIds()).isNotEmpty();
        read++;
      }
    }
    assertThat(read).isGreaterThanOrEqualTo(128);
  }

  @Test
  void one_model_is_selected_from_a_file_of_many() {
    FieldMapping one = new FieldMapping(Map.of(), Map.of("model", Set.of("Conifer-7B-DPO")));
    int read = 0;
    try (OutputRows rows = OutputRows.open(DATA.resolve("lineage/suspects_1.jsonl.gz"), one, "c")) {
      while (rows.hasNext()) {
        assertThat(rows.next()).isInstanceOf(OutputRow.class);
        read++;
      }
    }
    assertThat(read).isGreaterThan(100);
  }

  @Test
  void published_tokenizers_are_readable() {
    for (String name : List.of("radioactivity/tokenizer.json", "golden/gpt2_tokenizer.json")) {
      ByteLevelBpeTokenizer.Model model = HuggingFaceTokenizerFile.load(DATA.resolve(name));
      assertThat(new ByteLevelBpeTokenizer(model).encode("Hello world")).isNotEmpty();
    }
  }
}
