package dev.stillmark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {

  private static final String IDS =
      """
      {"id":"a","ids":[1,2,1,2,1,2]}
      {"id":"b","ids":[7]}
      {"id":"c","ids":[9,1,2,3,600,-1],"promptIds":[2,8]}
      """;

  @TempDir private Path folder;
  private String scheme = "";
  private String ids = "";

  @BeforeEach
  void writeFiles() throws IOException {
    scheme = write("scheme.json", "{\"scheme\":\"kgw\",\"vocabSize\":600,\"key\":42}");
    ids = write("ids.jsonl", IDS);
  }

  @Test
  void gives_a_line_for_every_sequence_in_order_and_the_pool_last() {
    Run run = Run.of("score", "--scheme", scheme, "--ids", ids, "--pool");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
    assertThat(run.out()).hasSize(4);
    assertThat(run.out().get(0))
        .startsWith("{\"id\":\"a\",\"tokens\":5,\"scored\":2,\"statistic\":")
        .contains("\"z\":", "\"log10P\":", "\"log10E\":", "\"reference\":{\"n\":5,\"greenTokens\":")
        .contains("\"p\":", "\"prediction\":false}")
        .doesNotContain("note");
    assertThat(run.out().get(1))
        .startsWith(
            "{\"id\":\"b\",\"error\":{\"rule\":\"too-short\",\"message\":\"a sequence must");
    assertThat(run.out().get(2))
        .startsWith("{\"id\":\"c\",\"tokens\":5,\"scored\":4,")
        .contains("\"note\":\"2 scored ids are outside the vocabulary\"");
    // (2,1) and (1,2) of a; of c those behind 1, 3 and 600, but not the one behind its prompt's 2.
    assertThat(run.out().get(3))
        .startsWith("{\"id\":\"pooled\",\"tokens\":8,\"scored\":4,")
        .contains("\"effect\":{\"estimate\":", "\"curve\":[]");
  }

  @Test
  void shows_the_same_figures_as_a_table() throws IOException {
    String hostile = write("hostile.jsonl", "{\"id\":\"\\u001b[2Jx\",\"ids\":[1,2,3]}\n");

    Run run =
        Run.of(
            "score",
            "--scheme",
            scheme,
            "--ids",
            ids,
            "--ids",
            hostile,
            "--pool",
            "--format",
            "text");

    assertThat(run.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
    assertThat(run.out().getFirst()).startsWith("id ").contains("tokens  scored  statistic");
    assertThat(run.out())
        .anyMatch(line -> line.matches("a +5 +2 +[0-2] .*"))
        .anyMatch(line -> line.matches("b error +too-short +a sequence must hold .*"))
        .anyMatch(line -> line.matches("c +5 +4 .* 2 scored ids are outside the vocabulary"))
        .anyMatch(line -> line.startsWith("\\u{1b}[2Jx "))
        .anyMatch(line -> line.matches("pooled +9 +5 .*"))
        .noneMatch(line -> line.contains("\u001b"));
  }

  @Test
  void knows_the_other_names_of_the_fields_and_leaves_more_fields_aside() throws IOException {
    String other =
        write(
            "other.jsonl",
            "{\"output_ids\":[9,1,2,3,600,-1],\"prompt_ids\":[2,8],\"output\":\"x\",\"n\":[{}]}\n");

    Run run = Run.of("score", "--scheme", scheme, "--ids", other);

    assertThat(run.out()).hasSize(1);
    assertThat(run.out().getFirst()).startsWith("{\"id\":\"1\",\"tokens\":5,\"scored\":4,");
  }

  @Test
  void reads_gzip_and_standard_input() throws IOException {
    Path zipped = folder.resolve("ids.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write(IDS.getBytes(StandardCharsets.UTF_8));
    }

    Run plain = Run.of("score", "--scheme", scheme, "--ids", ids);
    Run gzip = Run.of("score", "--scheme", scheme, "--ids", zipped.toString());
    Run standard =
        Run.of(IDS.getBytes(StandardCharsets.UTF_8), "score", "--scheme", scheme, "--ids", "-");

    assertThat(gzip.out()).isEqualTo(plain.out());
    assertThat(standard.out()).isEqualTo(plain.out());
  }

  @Test
  void names_file_and_line_of_what_it_cannot_read_and_goes_on() throws IOException {
    String broken =
        write(
            "broken.jsonl",
            """
            nonsense
            {"id":"x"}
            {"ids":[1,"2"]}
            {"ids":[1,99999999999999999999]}
            {"ids":[1,2],"output_ids":[1,2]}
            {"id":"y","ids":[1,2,3]}

            """);

    Run run = Run.of("score", "--scheme", scheme, "--ids", broken, "--ids", "missing.jsonl");

    assertThat(run.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
    assertThat(run.out()).hasSize(1);
    assertThat(run.out().getFirst()).startsWith("{\"id\":\"y\"");
    assertThat(run.err().lines())
        .hasSize(6)
        .anyMatch(line -> line.contains("broken.jsonl:1: must be one JSON object"))
        .anyMatch(line -> line.endsWith("broken.jsonl:2: ids must be there"))
        .anyMatch(line -> line.endsWith("broken.jsonl:3: ids[1] must be a 64-bit integer"))
        .anyMatch(line -> line.endsWith("broken.jsonl:4: ids[1] must be a 64-bit integer"))
        .anyMatch(line -> line.contains("broken.jsonl:5: output_ids must not stand beside"))
        .anyMatch(line -> line.endsWith("missing.jsonl: must exist"));
  }

  @Test
  void ends_with_2_where_nothing_could_be_read() throws IOException {
    Run run = Run.of("score", "--scheme", scheme, "--ids", write("empty.jsonl", "\n"));

    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(run.err()).contains("nothing could be read");
  }

  @Test
  void scores_predictions_of_an_open_model() throws IOException {
    String read =
        write(
            "read.jsonl",
            """
            {"id":"r","ids":[0,1,2,1,0,3,9],"argmax_next":[50,51,52,53,54,55,56]}
            {"id":"s","ids":[0,1,2]}
            {"id":"t","ids":[0,1,2],"argmax_next":[4]}
            """);

    Run run = Run.of("score", "--scheme", scheme, "--ids", read, "--mode", "open", "--pool");

    assertThat(run.out()).hasSize(4);
    assertThat(run.out().getFirst())
        .startsWith("{\"id\":\"r\",\"tokens\":5,\"scored\":3,")
        .doesNotContain("reference");
    assertThat(run.out().get(1)).startsWith("{\"id\":\"s\",\"error\":{\"rule\":\"argmax-next\"");
    assertThat(run.out().get(2)).startsWith("{\"id\":\"t\",\"error\":{\"rule\":\"argmax-next\"");
    assertThat(run.out().getLast()).contains("\"id\":\"pooled\"", "\"scored\":3,");
  }

  @Test
  void scores_only_behind_contexts_of_training_data() throws IOException {
    String training = write("training.jsonl", "{\"ids\":[1]}\n");

    Run run = Run.of("score", "--scheme", scheme, "--ids", ids, "--pool", "--training", training);

    assertThat(run.out().getFirst()).startsWith("{\"id\":\"a\",\"tokens\":5,\"scored\":1,");
    assertThat(run.out().getLast()).contains("\"tokens\":8,\"scored\":1,");
  }

  @Test
  void compares_many_keys_without_showing_one() throws IOException {
    String keys = write("keys.txt", "42\n\n0xff\n-7\n15485863\n");

    Run run = Run.of("score", "--scheme", scheme, "--ids", ids, "--keys", keys, "--pool");

    assertThat(run.out()).hasSize(3 + 4 + 1);
    assertThat(run.out().get(3))
        .startsWith("{\"id\":\"key-1\",\"tokens\":8,\"scored\":4,\"statistic\":")
        .contains("\"rank\":", "\"log10PBonferroni\":", "\"log10PSidak\":")
        .contains("\"log10PHolm\":", "\"log10EBh\":");
    assertThat(run.out().get(7)).startsWith("{\"id\":\"pooled\"");
    assertThat(String.join("", run.out())).doesNotContain("15485863");
  }

  @Test
  void needs_a_key_in_the_scheme_or_a_file_of_keys() throws IOException {
    String keyless = write("keyless.json", "{\"scheme\":\"kgw\",\"vocabSize\":600}");
    String keys = write("keys.txt", "42\n");

    Run without = Run.of("score", "--scheme", keyless, "--ids", ids);
    Run with = Run.of("score", "--scheme", keyless, "--ids", ids, "--keys", keys);

    assertThat(without.status()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(without.err()).contains("keyless.json: key must be there");
    assertThat(with.out()).hasSize(1);
    assertThat(with.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
  }

  @Test
  void says_that_a_public_key_proves_nothing() throws IOException {
    String known = write("known.json", "{\"scheme\":\"kgw\",\"vocabSize\":600,\"key\":15485863}");

    Run run = Run.of("score", "--scheme", known, "--ids", ids, "--pool");

    assertThat(run.out().getLast()).contains("the key is public and proves nothing");
  }

  @ParameterizedTest
  @CsvSource({
    "forty-two, :1: key must be an integer",
    "'1,2', :1: key must be a single integer",
    "' ', : must hold at least one key",
  })
  void says_what_is_wrong_with_a_file_of_keys(String text, String message) throws IOException {
    String keys = write("keys.txt", text + "\n");

    Run run = Run.of("score", "--scheme", scheme, "--ids", ids, "--keys", keys);

    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("keys.txt" + message).doesNotContain("forty-two");
  }

  @Test
  void g_values_come_by_hash_and_by_window() throws IOException {
    String synthId =
        write("synthid.json", "{\"scheme\":\"synthid\",\"ngramLength\":2,\"keys\":[654,400,836]}");
    String gValues = write("long.jsonl", "{\"ids\":[5,6,7,8,9,10,11,12,13,5,6,7,14]}\n");

    Run run = Run.of("score", "--scheme", synthId, "--ids", gValues, "--pool");
    Run windows =
        Run.of("score", "--scheme", synthId, "--ids", gValues, "--pool", "--dedup", "windows");

    assertThat(run.out().getLast())
        .contains(
            "\"dedup\":\"hash16\"", "\"hash16\":{\"tokens\":11,", "\"windows\":{\"tokens\":11,");
    assertThat(windows.out().getLast()).contains("\"dedup\":\"windows\"", "\"scored\":10,");
  }

  @Test
  void aligns_whole_texts_where_nothing_can_be_pooled() throws IOException {
    String edit =
        write(
            "edit.json",
            "{\"scheme\":\"exp-edit\",\"vocabSize\":600,\"key\":7,\"n\":16,\"nullRuns\":9}");
    String known = write("known.jsonl", "{\"id\":\"a\",\"ids\":[1,2,3,4,5]}\n");

    Run alone = Run.of("score", "--scheme", edit, "--ids", known);
    Run pooled = Run.of("score", "--scheme", edit, "--ids", known, "--pool");

    assertThat(alone.out().getFirst())
        .startsWith("{\"id\":\"a\",\"tokens\":5,\"scored\":5,\"statistic\":")
        .contains("\"nullRuns\":9", "\"reference\":{\"n\":5,");
    assertThat(pooled.status()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(pooled.err()).contains("scheme aligns each text by itself");
  }

  @ParameterizedTest
  @CsvSource({
    "'--mode half', --mode must be closed or open but is half",
    "'--format csv', --format must be json or text but is csv",
    "'--dedup half', --dedup must be hash16 or windows but is half",
    "'--ids - --ids -', standard input (-) can be read only once",
    "'--frobnicate', (see score --help)",
  })
  void refuses_a_command_line_that_breaks_a_rule(String options, String message) {
    String[] arguments = ("score --scheme s.json --ids i.jsonl " + options).split(" ");

    Run run = Run.of(arguments);

    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(run.err()).contains(message);
  }

  @Test
  void explains_itself() {
    Run run = Run.of("score", "--help");

    assertThat(run.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
    assertThat(String.join("\n", run.out())).contains("--scheme", "--pool", "--training", "--keys");
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
