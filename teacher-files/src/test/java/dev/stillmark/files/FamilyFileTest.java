package dev.stillmark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyFileTest {

  @TempDir private Path folder;

  @Test
  void finds_its_two_columns_among_others() throws IOException {
    Map<String, String> families =
        load("source,family,model\n\"paper, 2024\", f1 ,m1\r\n\n,f1,\"m,2\"\n");

    assertThat(families).containsExactly(Map.entry("m1", "f1"), Map.entry("m,2", "f1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model,kin| 1: header must have the columns model, family but lacks family",
        "model,family;m,| 2: family must not be empty",
        "model,family;m| 2: must have 2 cells, as the header has, but has 1",
        "model,family;m,f;m,g| 3: model must be that of one row only",
        "model,family;m,\"f| 2: must close its quotes and double those inside them",
      })
  void names_the_line_and_the_rule(String lines, String fault) {
    assertThatThrownBy(() -> load(lines.replace(';', '\n')))
        .isInstanceOf(InputFault.class)
        .hasMessage(folder.resolve("families.csv") + ":" + fault.strip());
  }

  @Test
  void a_file_without_models_is_refused() {
    assertThatThrownBy(() -> load("")).hasMessageEndingWith("must have a header but is empty");
    assertThatThrownBy(() -> load("model,family\n"))
        .hasMessageEndingWith("must hold at least one model");
  }

  @Test
  void quotes_inside_a_name_are_doubled() throws IOException {
    assertThat(load("model,family\n\"the \"\"big\"\" one\",f\n"))
        .containsExactly(Map.entry("the \"big\" one", "f"));
  }

  private Map<String, String> load(String text) throws IOException {
    return FamilyFile.load(Files.writeString(folder.resolve("families.csv"), text));
  }
}
