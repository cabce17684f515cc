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

/** The command over students that were really trained. */
@Tag("shared-data")
class RadioactivityScoreTest {

  private static final Path DATA =
      Path.of(System.getProperty("stillmark.sharedData", "")).resolve("radioactivity");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "kgw_pub, 15485863, 40448, 29785, -15.687",
    "kgw_pub, 32452843, 40448, 29785, -0.026",
    "kgw_mix50_pub, 15485863, 60672, 42852, -6.256",
    "clean_pub, 15485863, 40448, 30772, -0.290",
  })
  void pools_outputs_as_the_published_test_does(
      String student, long key, long tokens, long scored, double log10P) throws IOException {
    Run run =
        Run.of(
            "score",
            "--scheme",
            scheme(key),
            "--ids",
            DATA.resolve("student_" + student + ".jsonl.gz").toString(),
            "--pool");

    String pooled = run.out().getLast();
    assertThat(run.err()).isEmpty();
    assertThat(number(pooled, "tokens")).isEqualTo(tokens);
    assertThat(number(pooled, "scored")).isEqualTo(scored);
    assertThat(number(pooled, "log10P")).isCloseTo(log10P, within(0.01));
    assertThat(pooled).contains("{\"tokens\":1000,", "{\"tokens\":40000,");
    assertThat(pooled.contains("the key is public")).isEqualTo(key == 15485863);
  }

  @ParameterizedTest
  @CsvSource({"kgw_pub, 5570, -29.927", "clean_pub, 5507, -0.060", "base, 5617, -0.164"})
  void pools_predictions_as_the_published_test_does(String student, long scored, double log10P)
      throws IOException {
    Run run =
        Run.of(
            "score",
            "--scheme",
            scheme(15485863),
            "--ids",
            DATA.resolve("open_" + student + "_on_kgw.jsonl.gz").toString(),
            "--mode",
            "open",
            "--pool");

    String pooled = run.out().getLast();
    assertThat(run.out()).hasSize(201);
    assertThat(number(pooled, "scored")).isEqualTo(scored);
    assertThat(number(pooled, "log10P")).isCloseTo(log10P, within(0.01));
  }

  private static double number(String line, String field) {
    Matcher matcher = Pattern.compile("\"" + field + "\":([-0-9.E]+)").matcher(line);
    assertThat(matcher.find()).as(field).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  private String scheme(long key) throws IOException {
    String json =
        "{\"scheme\":\"kgw\",\"vocabSize\":4096,\"bosTokenId\":0,\"hashingKey\":" + key + "}";
    return Files.writeString(folder.resolve("scheme.json"), json).toString();
  }
}
