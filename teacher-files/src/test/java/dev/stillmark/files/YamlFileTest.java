package dev.stillmark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

  private static final Path NAME = Path.of("case.yaml");

  @TempDir Path directory;

  @Test
  void json_is_read_as_it_is() {
    Value value =
        YamlFile.parse(
            NAME, "{\n\t\"a\\/b\": \"\\ud83d\\ude00\\u00e9\",\n\t\"c\" : [1, null, true]}");

    assertThat(value.entries().get("a/b").text()).isEqualTo("😀é");
    assertThat(value.entries().get("c").list()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 1_000, 100_000})
  void deep_nesting_ends_with_a_fault(int depth) {
    assertThatThrownBy(() -> YamlFile.parse(NAME, "[".repeat(depth)))
        .isInstanceOf(InputFault.class)
        .hasMessage("case.yaml:1: must not be nested deeper than 32 levels");
  }

  @Test
  void deep_block_nesting_ends_with_a_fault() {
    assertThatThrownBy(() -> YamlFile.parse(NAME, "- ".repeat(50_000)))
        .hasMessage("case.yaml:1: must not be nested deeper than 32 levels");
  }

  @Test
  void aliases_cannot_be_used_to_blow_a_file_up() {
    StringBuilder bomb = new StringBuilder("a: &a [x]\nb: [");
    bomb.append("*a, ".repeat(51)).append("]\n");

    assertThatThrownBy(() -> YamlFile.parse(NAME, bomb.toString()))
        .hasMessage("case.yaml:2: must not use more than 50 aliases");
  }

  @Test
  void an_empty_file_and_broken_yaml_are_named() {
    assertThatThrownBy(() -> YamlFile.parse(NAME, "# nothing\n"))
        .hasMessage("case.yaml: must not be empty");
    assertThatThrownBy(() -> YamlFile.parse(NAME, "a: 1\nb: [1, 2\nc: 3\n"))
        .hasMessageStartingWith("case.yaml:3: is not valid YAML: ");
    assertThatThrownBy(() -> YamlFile.parse(NAME, "a: \u0001\n"))
        .isInstanceOf(InputFault.class)
        .hasMessageContaining("is not valid YAML");
    assertThatThrownBy(() -> YamlFile.parse(NAME, "just words").fields(List.of("case")))
        .hasMessage("case.yaml:1: must have fields but is a single value");
    assertThatThrownBy(() -> YamlFile.parse(NAME, "a: 1\n---\nb: 2\n"))
        .isInstanceOf(InputFault.class);
  }

  @Test
  void a_syntax_error_shows_no_text_of_the_file() {
    assertThatThrownBy(() -> YamlFile.parse(NAME, "key: 15485863\n  oops: [secretive\n"))
        .isInstanceOf(InputFault.class)
        .hasMessageNotContaining("15485863")
        .hasMessageNotContaining("secretive");
  }

  @Test
  void size_and_encoding_are_checked_before_anything_is_parsed() throws IOException {
    Path large = Files.write(directory.resolve("large.yaml"), new byte[YamlFile.SIZE_LIMIT + 1]);
    Path latin = Files.write(directory.resolve("latin.yaml"), new byte[] {'a', ':', (byte) 0xe9});

    assertThatThrownBy(() -> YamlFile.read(large))
        .hasMessage(large + ": must be at most 4194304 bytes long");
    assertThatThrownBy(() -> YamlFile.read(latin)).hasMessage(latin + ": must be valid UTF-8");
    assertThatThrownBy(() -> YamlFile.read(directory.resolve("absent.yaml")))
        .hasMessage(directory.resolve("absent.yaml") + ": must exist");
    assertThatThrownBy(() -> YamlFile.read(directory))
        .hasMessage(directory + ": must be a file but is a directory");
  }
}
