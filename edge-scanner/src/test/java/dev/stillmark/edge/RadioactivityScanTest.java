package dev.stillmark.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Students that were really trained; the figures are those of the reference implementation. */
@Tag("shared-data")
class RadioactivityScanTest {

  private static final Path DATA =
      Path.of(System.getProperty("stillmark.sharedData", "")).resolve("radioactivity");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "kgw_pub, 15485863, ids, 40448, 29785, -15.687",
    "kgw_pub, 15485863, text, 39647, 29826, -12.164",
    "kgw_mix50_pub, 15485863, ids, 60672, 42852, -6.256",
    "kgw_mix50_pub, 15485863, text, 59690, 42876, -4.676",
    "clean_pub, 15485863, ids, 40448, 30772, -0.290",
    "kgw_pub, 32452843, ids, 40448, 29785, -0.026",
  })
  void gives_the_pooled_figures_of_the_reference(
      String student, long key, String mode, long tokens, long scored, double log10P)
      throws IOException {
    String outputs = DATA.resolve("student_" + student + ".jsonl.gz").toString();
    String teacher = teacher(key);

    Run run =
        mode.equals("ids")
            ? Run.of("scan", outputs, "--teacher", teacher)
            : Run.of("scan", outputs, "--teacher", teacher, "--text-only");

    String summary = run.out().getLast();
    assertThat(run.err()).isEmpty();
    assertThat(number(summary, "tokens")).isEqualTo(tokens);
    assertThat(number(summary, "scored")).isEqualTo(scored);
    assertThat(number(summary, "log10P")).isCloseTo(log10P, within(0.01));
    assertThat(run.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
    assertThat(summary.contains("\"reason\":\"published-key\"")).isEqualTo(key == 15485863);
  }

  private static double number(String summary, String field) {
    Matcher matcher = Pattern.compile("\"" + field + "\":([-0-9.E]+)").matcher(summary);
    assertThat(matcher.find()).as(field).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  private String teacher(long key) throws IOException {
    String yaml =
        """
        teacher: marked
        vendor: lab
        schemes:
          - {scheme: kgw, vocabSize: 4096, bosTokenId: 0, decoys: 3, tokenizer: %s, key: %d}
        """
            .formatted(DATA.resolve("tokenizer.json"), key);
    return Files.writeString(folder.resolve("teacher.yaml"), yaml).toString();
  }
}
