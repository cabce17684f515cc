package dev.stillmark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePatternsTest {

  @TempDir private Path folder;

  @BeforeEach
  void four_files() throws IOException {
    for (String name : List.of("s_2.jsonl.gz", "s_1.jsonl.gz", "t.jsonl", "labels.csv")) {
      Files.createFile(folder.resolve(name));
    }
    Files.createDirectory(folder.resolve("s_3.jsonl.gz"));
  }

  @Test
  void a_pattern_names_its_files_in_order_and_no_folder() {
    assertThat(names(folder + "/s_*.jsonl.gz")).containsExactly("s_1.jsonl.gz", "s_2.jsonl.gz");
  }

  @Test
  void a_folder_stands_for_its_json_lines() {
    assertThat(names(folder.toString())).containsExactly("s_1.jsonl.gz", "s_2.jsonl.gz", "t.jsonl");
  }

  @Test
  void each_file_is_named_once_and_one_that_is_absent_stays() {
    assertThat(names(folder + "/t.jsonl", folder + "/*.jsonl", folder + "/absent.jsonl"))
        .containsExactly("t.jsonl", "absent.jsonl");
  }

  @Test
  void a_pattern_or_folder_without_files_is_refused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThatThrownBy(() -> names(folder + "/x_*.jsonl"))
        .isInstanceOf(InputFault.class)
        .hasMessage(folder + "/x_*.jsonl: must name at least one file");
    assertThatThrownBy(() -> names(empty.toString()))
        .hasMessage(empty + ": must name at least one file");
    assertThatThrownBy(() -> names(folder + "/absent/*.jsonl"))
        .hasMessage(folder + "/absent/*.jsonl: must name readable files");
    assertThatThrownBy(() -> names(folder + "/{.jsonl")).isInstanceOf(InputFault.class);
    assertThatThrownBy(() -> names("a\0b")).hasMessage("FILE: must be a path");
  }

  private static List<String> names(String... given) {
    return FilePatterns.expand(List.of(given)).stream()
        .map(file -> file.getFileName().toString())
        .toList();
  }
}
