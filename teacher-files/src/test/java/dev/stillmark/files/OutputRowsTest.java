package dev.stillmark.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputRowsTest {

  private static final Path FILE = Path.of("outputs.jsonl");
  private static final String GOOD = "{\"promptId\":\"p\",\"prompt\":\"q\",\"output\":\"fine\"}";
  private static final FieldMapping IDS =
      new FieldMapping(Map.of("outputIds", "output_ids", "promptIds", "prompt_ids"), Map.of());

  @Test
  void reads_plain_and_gzip_lines_alike() throws IOException {
    byte[] plain = (GOOD + "\r\n\n" + GOOD).getBytes(UTF_8);

    List<Row> expected = rows(FieldMapping.DEFAULT, plain);

    assertThat(expected).extracting(Row::line).containsExactly(1, 3);
    assertThat(texts(rows(FieldMapping.DEFAULT, gzip(plain)))).isEqualTo(texts(expected));
  }

  @Test
  void answers_to_one_prompt_are_numbered_unless_the_file_does_it() {
    String numbered = "{\"promptId\":\"p\",\"sample\":7,\"output\":\"x\"}";
    String other = "{\"promptId\":\"r\",\"output\":\"x\"}";

    List<Row> rows = rows(String.join("\n", GOOD, other, numbered, GOOD));

    assertThat(rows).map(row -> ((OutputRow) row).sample()).containsExactly(0, 0, 7, 1);
  }

  @Test
  void a_prompt_without_an_id_is_known_by_its_digest() {
    List<Row> rows =
        rows(
            "{\"prompt\":\"abc\",\"output\":\"x\"}\n{\"output\":\"y\"}\n{\"prompt_id\":12,\"output\":\"z\"}");

    assertThat(rows)
        .map(row -> ((OutputRow) row).promptId())
        .containsExactly(
            "ba7816bf8f01cfea414140de5dae2223", "e3b0c44298fc1c149afbf4c8996fb924", "12");
  }

  @Test
  void token_ids_are_read_only_where_they_are_mapped() {
    byte[] line =
        "{\"prompt_ids\":[0,-1],\"output_ids\":[9223372036854775807],\"output\":\"x\"}"
            .getBytes(UTF_8);

    OutputRow text = (OutputRow) rows(FieldMapping.DEFAULT, line).getFirst();
    OutputRow ids = (OutputRow) rows(IDS, line).getFirst();

    assertThat(text.outputIds()).isNull();
    assertThat(text.promptIds()).isNull();
    assertThat(ids.promptIds()).containsExactly(0, -1);
    assertThat(ids.outputIds()).containsExactly(Long.MAX_VALUE);
    assertThat(ids.promptId()).isNotEqualTo(text.promptId());
  }

  @Test
  void the_token_object_of_ingest_names_its_own_tokenizer() {
    byte[] line =
        """
        {"output":"x","tokens":{"tokenizer":"r50k_base","promptIds":[1],"outputIds":[2,3]}}\
        """
            .getBytes(UTF_8);

    OutputRow row = (OutputRow) rows(FieldMapping.DEFAULT, line).getFirst();

    assertThat(row.tokenizer()).isEqualTo("r50k_base");
    assertThat(row.promptIds()).containsExactly(1);
    assertThat(row.outputIds()).containsExactly(2, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"tokenizer\":\"t\",\"outputIds\":[1]}",
        "{\"tokenizer\":null,\"promptIds\":[],\"outputIds\":[]}",
        "{\"tokenizer\":\"t\",\"promptIds\":[],\"outputIds\":[0.5]}",
        "{\"tokenizer\":\"t\",\"promptIds\":[],\"outputIds\":[],\"more\":1}"
      })
  void a_token_object_that_is_not_whole_is_a_fault_of_its_line(String tokens) {
    String line = "{\"output\":\"x\",\"tokens\":" + tokens + "}";

    RowFault fault = (RowFault) rows(FieldMapping.DEFAULT, line.getBytes(UTF_8)).getFirst();

    assertThat(fault.message()).contains(":1: tokens");
  }

  @Test
  void rows_of_other_models_are_left_out() {
    FieldMapping one = new FieldMapping(Map.of(), Map.of("model", Set.of("a")));
    String lines =
        "{\"model\":\"a\",\"output\":\"1\"}\n{\"model\":\"b\",\"output\":null}\n{\"output\":\"3\"}";

    assertThat(rows(one, lines.getBytes(UTF_8))).singleElement().isInstanceOf(OutputRow.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"promptId\":\"p\"} | outputs.jsonl:2: output must be there and not null",
        "{\"output\":null} | outputs.jsonl:2: output must be there and not null",
        "{\"output\":5} | outputs.jsonl:2: output must be a text",
        "{\"output\":\"\\ud800\"} | outputs.jsonl:2: output must hold no unpaired surrogate",
        "{\"output\":\"x\",\"promptId\":\" \"} | outputs.jsonl:2: promptId must not be blank",
        "{\"output\":\"x\",\"sample\":-1} | outputs.jsonl:2: sample must be an integer within 0..2^31-1",
        "[1] | outputs.jsonl:2: must be a JSON object",
        "{\"output\":\"x\"} {} | outputs.jsonl:2: must be a single JSON object",
        "{\"output\":\"x\",\"promptId\":\"a\",\"prompt_id\":\"b\"} | outputs.jsonl:2: prompt_id must not stand beside another field of the same meaning",
      })
  void a_faulty_row_names_its_rule_and_harms_no_other(String line, String message) {
    List<Row> rows = rows(GOOD + "\n" + line + "\n" + GOOD);

    assertThat(rows).hasSize(3);
    assertThat(((RowFault) rows.get(1)).message()).isEqualTo(message);
    assertThat(((OutputRow) rows.get(2)).sample()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"output\":\"x\"} | output_ids | must be there and not null, since it is mapped",
        "{\"output\":\"x\",\"output_ids\":[1,2.5]} | output_ids[1] | must be a 64-bit integer",
        "{\"output\":\"x\",\"output_ids\":[99999999999999999999]} | output_ids[0] | must be a 64-bit integer",
        "{\"output\":\"x\",\"output_ids\":\"1 2\"} | output_ids | must be a list of token ids",
        "{\"output\":\"x\",\"prompt\":\"q\",\"output_ids\":[1]} | prompt_ids | must be there beside the output's ids: contexts of the prompt are left out of the test",
      })
  void a_row_with_unusable_ids_names_the_place(String line, String field, String rule) {
    assertThat(rows(IDS, line.getBytes(UTF_8))).containsExactly(new RowFault(FILE, 1, field, rule));
  }

  @Test
  void broken_json_invalid_utf8_depth_and_length_are_faults_of_their_line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("{\"output\":\n".getBytes(UTF_8));
    bytes.write(("{\"a\":" + "[".repeat(100_000) + "\n").getBytes(UTF_8));
    bytes.write(new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', '\n'});
    bytes.write(("{\"output\":\"" + "x".repeat(10 << 20) + "\"}\n").getBytes(UTF_8));
    bytes.write("{\"output\":\"a\",\"output\":\"b\"}\n".getBytes(UTF_8));
    bytes.write(GOOD.getBytes(UTF_8));

    List<Row> rows = rows(FieldMapping.DEFAULT, bytes.toByteArray());

    assertThat(rows).extracting(Row::line).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(((RowFault) rows.get(0)).rule()).contains("is broken at column");
    assertThat(((RowFault) rows.get(1)).rule()).contains("nested at most 64 deep");
    assertThat(((RowFault) rows.get(2)).rule()).isEqualTo("must be valid UTF-8");
    assertThat(((RowFault) rows.get(3)).rule()).isEqualTo("must be at most 4194304 bytes long");
    assertThat(((RowFault) rows.get(4)).rule()).contains("unique names");
    assertThat(rows.get(5)).isInstanceOf(OutputRow.class);
  }

  @Test
  void a_broken_gzip_ends_with_a_fault_that_says_so() throws IOException {
    byte[] whole = gzip((GOOD + "\n").repeat(5000).getBytes(UTF_8));

    List<Row> rows = rows(FieldMapping.DEFAULT, Arrays.copyOf(whole, whole.length - 20));

    assertThat(((RowFault) rows.getLast()).rule()).isEqualTo("must be valid gzip from here on");
  }

  @Test
  void a_file_that_is_not_there_is_a_fault_of_the_whole() {
    assertThatThrownBy(() -> OutputRows.open(Path.of("absent.jsonl"), FieldMapping.DEFAULT, "c"))
        .isInstanceOf(InputFault.class)
        .hasMessage("absent.jsonl: must exist");
  }

  private static List<String> texts(List<Row> rows) {
    return rows.stream().map(row -> ((OutputRow) row).output()).toList();
  }

  private static List<Row> rows(String lines) {
    return rows(FieldMapping.DEFAULT, lines.getBytes(UTF_8));
  }

  private static List<Row> rows(FieldMapping fields, byte[] bytes) {
    List<Row> rows = new ArrayList<>();
    try (OutputRows read = OutputRows.of(FILE, new ByteArrayInputStream(bytes), fields, "c")) {
      read.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }
}
