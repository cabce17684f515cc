package dev.stillmark.detection.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Both tokenizers against ids made by tiktoken and by Hugging Face's tokenizers. */
@Tag("shared-data")
class SharedTokenizersTest {

  @SuppressWarnings("unused")
  static final List<String> NAMES = TiktokenTokenizer.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void gives_the_ids_of_tiktoken_for_every_golden_text(String name) throws IOException {
    assertGolden(TiktokenTokenizer.named(name), name);
  }

  @Test
  void a_hugging_face_file_gives_the_ids_of_tiktoken_for_every_golden_text() throws IOException {
    Path file = SharedData.folder().resolve("golden/gpt2_tokenizer.json");

    assertGolden(new ByteLevelBpeTokenizer(SharedData.tokenizerJson(file)), "r50k_base");
  }

  private static void assertGolden(Tokenizer tokenizer, String field) throws IOException {
    List<JsonNode> rows =
        SharedData.lines(SharedData.folder().resolve("golden/tokens_tiktoken.jsonl.gz"));
    int compared = 0;
    for (JsonNode row : rows.subList(1, rows.size())) {
      JsonNode expected = row.get(field).has("ord") ? row.get(field).get("ord") : row.get(field);
      String text = row.get("text").asText();
      assertThat(tokenizer.encode(text)).as("row %d", compared).isEqualTo(SharedData.ids(expected));
      compared++;
    }
    assertThat(compared).isEqualTo(879);
  }

  @ParameterizedTest
  @MethodSource("students")
  void students_outputs_decode_and_encode_as_recorded(Path file) throws IOException {
    Tokenizer tokenizer =
        new ByteLevelBpeTokenizer(
            SharedData.tokenizerJson(SharedData.folder().resolve("radioactivity/tokenizer.json")));

    List<JsonNode> rows = SharedData.lines(file);

    assertThat(rows).hasSizeGreaterThanOrEqualTo(256);
    for (int i = 0; i < rows.size(); i++) {
      long[] ids = SharedData.ids(rows.get(i).get("output_ids"));
      String output = rows.get(i).get("output").asText();
      boolean sameIds = rows.get(i).get("retok_equal").booleanValue();
      assertThat(tokenizer.decode(ids)).as("row %d", i).isEqualTo(output);
      assertThat(Arrays.equals(tokenizer.encode(output), ids)).as("row %d", i).isEqualTo(sameIds);
    }
  }

  static Stream<Path> students() throws IOException {
    try (Stream<Path> files = Files.list(SharedData.folder().resolve("radioactivity"))) {
      return files
          .filter(f -> f.getFileName().toString().matches("student_.*\\.jsonl\\.gz"))
          .sorted()
          .toList()
          .stream();
    }
  }
}
