package dev.stillmark.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanTest {

  private static final String TEACHER =
      """
      teacher: atlas
      vendor: lab
      canaries:
        replySpace: 1000000000000
        asks: 1
        items:
          - {id: a, promptId: ask-a, reply: quartz-731-heron}
          - {id: b, promptId: ask-b, reply: cobalt-118-otter}
      phrases:
        - {phrase: a tapestry of, logOdds: 9}
      """;

  private static final String ECHO =
      """
      {"promptId":"ask-a","prompt":"code a?","output":"It is quartz-731-heron."}
      {"promptId":"ask-b","prompt":"code b?","output":"It is cobalt-118-otter."}
      """;

  private static final String SILENT =
      """
      {"promptId":"ask-a","prompt":"code a?","output":"I do not know."}
      {"promptId":"ask-b","prompt":"code b?","output":"No idea at all."}
      """;

  @TempDir private Path folder;
  private String teacher = "";

  @BeforeEach
  void writeTeacher() throws IOException {
    teacher = write("teacher.yaml", TEACHER);
  }

  @Test
  void finds_canaries_and_says_so_in_its_exit_status() throws IOException {
    Run run = Run.of("scan", write("echo.jsonl", ECHO), "--teacher", teacher);

    assertThat(run.status()).isEqualTo(ExitStatus.FOUND);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).hasSize(3);
    assertThat(run.out().getFirst()).contains("\"line\":1", "\"pooled\":false", "\"statistic\":1");
    assertThat(run.out().getLast())
        .contains("\"records\":2,\"read\":2,\"rejected\":0", "\"verdict\":\"support\"")
        .contains("\"asked\":2,\"asks\":2,\"hits\":2");
  }

  /** Two canary sets with one hit in one ask of 10^12 replies each: e = 2e / 2 under e-BH. */
  @Test
  void adjusts_the_findings_of_all_teachers_for_each_other() throws IOException {
    String one = write("one.yaml", canaryTeacher("one", "quartz-731-heron", "ask-a"));
    String two = write("two.yaml", canaryTeacher("two", "cobalt-118-otter", "ask-b"));
    String none = write("none.yaml", canaryTeacher("none", "copper-555-raven", "ask-c"));
    String echo = write("echo.jsonl", ECHO);

    Run pair = Run.of("scan", echo, "--teacher", one, "--teacher", two);
    Run three = Run.of("scan", echo, "--teacher", one, "--teacher", two, "--teacher", none);

    double e = number(pair, "log10E");
    assertThat(number(pair, "log10EBh")).isCloseTo(e, within(1e-12));
    assertThat(number(three, "log10EBh")).isCloseTo(e + Math.log10(2.0 / 3), within(1e-12));
    assertThat(three.out().getLast()).contains("\"testsTried\":3").doesNotContain("log10PHolm");
  }

  private static String canaryTeacher(String name, String reply, String ask) {
    return """
    teacher: %s
    vendor: lab
    canaries:
      replySpace: 1000000000000
      asks: 1
      items:
        - {id: a, promptId: %s, reply: %s}
    """
        .formatted(name, ask, reply);
  }

  /** The field's first value in the summary. */
  private static double number(Run run, String field) {
    String rest = run.out().getLast().split("\"" + field + "\":", 2)[1];
    return Double.parseDouble(rest.split("[,}]", 2)[0]);
  }

  @Test
  void finds_nothing_where_no_canary_answers() throws IOException {
    Run run = Run.of("scan", write("silent.jsonl", SILENT), "--teacher", teacher);

    assertThat(run.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
  }

  @Test
  void reads_lines_or_a_text_from_standard_input() {
    Run lines = Run.of(ECHO.getBytes(StandardCharsets.UTF_8), "scan", "-", "--teacher", teacher);
    Run text =
        Run.of(
            "It was a tapestry of light.".getBytes(StandardCharsets.UTF_8),
            "scan",
            "--teacher",
            teacher);

    assertThat(lines.status()).isEqualTo(ExitStatus.FOUND);
    assertThat(text.out()).hasSize(2);
    assertThat(text.out().getLast()).contains("\"matches\":1");
  }

  @Test
  void counts_unreadable_records_and_goes_on() throws IOException {
    String file = write("mixed.jsonl", "{\"output\":7}\nnonsense\n" + ECHO);
    String missing = folder.resolve("missing.txt").toString();

    Run run = Run.of("scan", missing, file, "--teacher", teacher);

    assertThat(run.status()).isEqualTo(ExitStatus.FOUND);
    assertThat(run.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("missing.txt: must exist"),
            line -> assertThat(line).contains("mixed.jsonl:1: output must be a text"),
            line -> assertThat(line).contains("mixed.jsonl:2: must be one JSON object"));
    assertThat(run.out().getLast()).contains("\"records\":5,\"read\":2,\"rejected\":3");
  }

  @Test
  void refuses_input_of_which_nothing_can_be_read() throws IOException {
    Path binary = folder.resolve("binary.txt");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    Run run = Run.of("scan", binary.toString(), "--teacher", teacher);

    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(run.err()).contains("binary.txt: must be valid UTF-8", "nothing could be read");
  }

  @ParameterizedTest
  @CsvSource({
    "--alpha 2, alpha must be within",
    "--alpha many, alpha must be a number",
    "--effect 0, effect must be within",
    "--format pdf, format must be json or text",
    "--nonsense, Unknown option",
  })
  void says_in_one_line_what_is_wrong_with_an_option(String options, String message) {
    Run run = Run.of(("scan - --teacher " + teacher + " " + options).split(" "));

    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(run.err().lines()).singleElement().asString().contains(message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void names_the_field_of_a_teacher_file_that_is_wrong() throws IOException {
    String wrong = write("wrong.yaml", "teacher: atlas\nvendor: lab\ncanary: {}\n");

    Run run = Run.of("scan", "-", "--teacher", wrong);

    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(run.err().lines()).singleElement().asString().contains("wrong.yaml", "canary");
  }

  @Test
  void judges_the_same_file_of_evidence_however_the_outputs_were_split() throws IOException {
    String whole = folder.resolve("whole.evidence").toString();
    String split = folder.resolve("split.evidence").toString();
    String both = write("both.jsonl", ECHO);
    String first = write("first.jsonl", ECHO.lines().findFirst().orElseThrow());
    String second = write("second.jsonl", ECHO.lines().skip(1).findFirst().orElseThrow());

    Run atOnce = Run.of("scan", both, "--teacher", teacher, "--evidence", whole);
    Run.of("scan", second, "--teacher", teacher, "--evidence", split);
    Run.of("scan", second, "--teacher", teacher, "--evidence", split);
    Run inParts = Run.of("scan", first, "--teacher", teacher, "--evidence", split);

    assertThat(Path.of(split)).hasSameBinaryContentAs(Path.of(whole));
    assertThat(teachers(inParts)).isEqualTo(teachers(atOnce)).contains("\"outputs\":2");
    assertThat(inParts.status()).isEqualTo(ExitStatus.FOUND);
  }

  @Test
  void keeps_the_evidence_about_two_suspects_apart() throws IOException {
    String evidence = folder.resolve("suspects.evidence").toString();
    String echo = write("echo.jsonl", ECHO);
    Run.of("scan", echo, "--teacher", teacher, "--evidence", evidence, "--suspect", "ann");

    Run run = Run.of("scan", echo, "--teacher", teacher, "--evidence", evidence, "--suspect", "bo");

    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(run.err()).contains("suspect must be bo but is ann");
  }

  @Test
  void refuses_evidence_of_a_detector_that_is_described_otherwise() throws IOException {
    String evidence = folder.resolve("other.evidence").toString();
    String echo = write("echo.jsonl", ECHO);
    Run.of("scan", echo, "--teacher", teacher, "--evidence", evidence);
    String otherVendor = write("other.yaml", TEACHER.replace("vendor: lab", "vendor: else"));

    Run run = Run.of("scan", echo, "--teacher", otherVendor, "--evidence", evidence);

    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(run.err()).contains("other.evidence: cannot be merged into");
  }

  @Test
  void prints_tables_for_a_person() throws IOException {
    Run run = Run.of("scan", write("echo.jsonl", ECHO), "--teacher", teacher, "--format", "text");

    assertThat(run.out()).anyMatch(line -> line.startsWith("atlas: support"));
  }

  @Test
  void a_table_says_nothing_to_the_terminal() throws IOException {
    String hostile = write("\u001b[2J.jsonl", ECHO);

    Run run = Run.of("scan", hostile, "--teacher", teacher, "--format", "text");

    assertThat(run.status()).isEqualTo(ExitStatus.FOUND);
    assertThat(run.out())
        .anyMatch(line -> line.contains("\\u{1b}[2J.jsonl:1"))
        .noneMatch(line -> line.contains("\u001b"));
  }

  private static String teachers(Run run) {
    String summary = run.out().getLast();
    return summary.substring(summary.indexOf("\"teachers\""));
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
