package dev.stillmark.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.files.OutputRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class BatchTest {

  @Test
  void is_one_json_object_a_line_with_the_ids_of_its_tokenizer() throws IOException {
    Batch batch = new Batch("sha256:aa");
    batch.add(
        new OutputRow(
            7,
            "c",
            "p1",
            2,
            "ask",
            "line\nbreak",
            new long[] {5},
            new long[] {1, 4_000_000_000L},
            null));

    List<JsonNode> lines = read(batch);

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst())
        .isEqualTo(
            Json.read(
                """
                {"collection":"c","promptId":"p1","prompt":"ask","output":"line\\nbreak","sample":2,
                 "tokens":{"tokenizer":"sha256:aa","promptIds":[5],"outputIds":[1,4000000000]}}
                """
                    .getBytes(StandardCharsets.UTF_8)));
    assertThat(batch.fileLine(1)).isEqualTo(7);
  }

  @Test
  void text_alone_has_no_tokens() throws IOException {
    Batch batch = new Batch(null);
    batch.add(row(1, "text"));

    assertThat(read(batch).getFirst().has("tokens")).isFalse();
  }

  @Test
  void is_full_at_its_number_of_rows() {
    Batch batch = new Batch(null);
    for (int line = 1; line < Batch.MOST_ROWS; line++) {
      batch.add(row(line, "text"));
    }
    assertThat(batch.isFull()).isFalse();

    batch.add(row(Batch.MOST_ROWS, "text"));

    assertThat(batch.isFull()).isTrue();
  }

  @Test
  void is_full_at_its_number_of_bytes() {
    Batch batch = new Batch(null);

    batch.add(row(1, "x".repeat(Batch.MOST_BYTES)));

    assertThat(batch.isFull()).isTrue();
  }

  private static OutputRow row(int line, String output) {
    return new OutputRow(line, "c", "p", 0, "ask", output, null, null, null);
  }

  private static List<JsonNode> read(Batch batch) throws IOException {
    byte[] bytes = new GZIPInputStream(new ByteArrayInputStream(batch.gzip())).readAllBytes();
    return new String(bytes, StandardCharsets.UTF_8).lines().map(BatchTest::parse).toList();
  }

  private static JsonNode parse(String line) {
    try {
      return Json.read(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
