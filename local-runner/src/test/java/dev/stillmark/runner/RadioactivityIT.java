package dev.stillmark.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Students that were really trained on watermarked text, through the real services. */
@Tag("shared-data")
class RadioactivityIT {

  private static final double TOLERANCE = 0.01;
  private static final String FROM_TEXT = " from text";
  private static final List<String> STUDENTS =
      List.of("kgw_pub", "kgw_mix10_pub", "kgw_mix50_pub", "kgw_mix10long_pub", "clean_pub");
  private static final List<String> STUDENTS_FROM_TEXT = List.of("kgw_pub", "kgw_mix50_pub");
  private static final Map<String, Long> KEYS =
      Map.of(
          "true", 15_485_863L, "wrong0", 32_452_843L, "wrong1", 1_299_709L, "wrong2", 179_424_673L);

  private static final Path DATA =
      Path.of(System.getProperty("stillmark.sharedData"), "radioactivity");

  @TempDir static Path directory;

  private static List<JsonNode> verdicts = List.of();

  @BeforeAll
  static void investigate() throws Exception {
    verdicts =
        Investigation.prepare(Home.ofLauncher(), writeCase(), Progress.onTerminal())
            .run(directory.resolve("out"))
            .verdicts();
  }

  @Test
  void token_ids_give_the_published_statistics_under_every_key() throws Exception {
    int compared = 0;

    for (JsonNode expected : expected("expected_results.json")) {
      String student = expected.path("student").asText();
      if (expected.path("scheme").asText().equals("kgw") && STUDENTS.contains(student)) {
        JsonNode curve = expected.path("curve");
        requireSame(student, expected.path("key").asText(), curve.get(curve.size() - 1));
        compared++;
      }
    }

    assertThat(compared).isEqualTo(STUDENTS.size() * KEYS.size());
  }

  @Test
  void text_alone_gives_the_statistics_of_retokenised_text() throws Exception {
    int compared = 0;

    for (JsonNode expected : expected("expected_retokenized.json")) {
      String student = expected.path("student").asText();
      if (STUDENTS_FROM_TEXT.contains(student)) {
        requireSame(student + FROM_TEXT, "true", expected.path("retokenized_text"));
        compared++;
      }
    }

    assertThat(compared).isEqualTo(STUDENTS_FROM_TEXT.size());
  }

  @Test
  void the_published_key_decides_nothing_but_shows_its_statistics_in_full() {
    JsonNode verdict = verdictOf("kgw_pub", "true");
    JsonNode finding = verdict.path("findings").path(0);

    assertThat(VerdictTable.decision(verdict)).isEqualTo("inconclusive(published-key)");
    assertThat(finding.path("log10P").asDouble()).isLessThan(-15);
    assertThat(finding.path("log10E").asDouble()).isGreaterThan(6);
    assertThat(finding.path("decoyRank").path("decoys").asInt()).isEqualTo(15);
    assertThat(finding.path("decoyRank").path("atLeastAsExtreme").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong0", "wrong1", "wrong2"})
  void a_wrong_key_never_supports(String key) {
    assertThat(verdicts)
        .filteredOn(verdict -> verdict.path("teacher").asText().equals(key))
        .hasSize(STUDENTS.size() + STUDENTS_FROM_TEXT.size())
        .allSatisfy(
            verdict -> assertThat(verdict.path("verdict").asText()).isNotEqualTo("support"));
  }

  private static JsonNode expected(String file) throws IOException {
    return Json.read(Files.readAllBytes(DATA.resolve(file)));
  }

  private static void requireSame(String student, String key, JsonNode expected) {
    JsonNode finding = verdictOf(student, key).path("findings").path(0);

    assertThat(finding.path("scored").asLong())
        .as("scored items of %s under the %s key", student, key)
        .isEqualTo(expected.path("scored").asLong());
    assertThat(finding.path("log10P").asDouble())
        .as("log10 p of %s under the %s key", student, key)
        .isCloseTo(expected.path("log10p").asDouble(), within(TOLERANCE));
  }

  private static JsonNode verdictOf(String student, String key) {
    return verdicts.stream()
        .filter(verdict -> verdict.path("suspect").asText().equals(student))
        .filter(verdict -> verdict.path("teacher").asText().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no verdict on %s under %s".formatted(student, key)));
  }

  private static Path writeCase() throws IOException {
    StringBuilder config = new StringBuilder("case: radioactivity\nteachers:\n");
    for (Map.Entry<String, Long> key : KEYS.entrySet()) {
      Path teacher = directory.resolve(key.getKey() + ".yaml");
      Files.writeString(teacher, teacher(key.getKey(), key.getValue()));
      config.append("  - ").append(teacher).append('\n');
    }
    config.append("suspects:\n");
    for (String student : STUDENTS) {
      config.append(suspect(student, student, "{outputIds: output_ids, promptIds: prompt_ids}"));
    }
    for (String student : STUDENTS_FROM_TEXT) {
      config.append(suspect(student + FROM_TEXT, student, "{}"));
    }
    return Files.writeString(directory.resolve("case.yaml"), config);
  }

  private static String suspect(String name, String student, String fields) {
    return """
      - name: %s
        outputs: %s
        fields: %s
    """
        .formatted(name, DATA.resolve("student_" + student + ".jsonl.gz"), fields);
  }

  /** Decoys change neither the counts nor p, and cost most of the time. */
  private static String teacher(String name, long key) {
    return """
    teacher: %s
    vendor: nobody
    schemes:
      - scheme: kgw
        dialect: transformers
        vocabSize: 4096
        greenlistRatio: 0.25
        contextWidth: 1
        bosTokenId: 0
        tokenizer: %s
        key: %d
        decoys: %d
    """
        .formatted(name, DATA.resolve("tokenizer.json"), key, name.equals("true") ? 15 : 3);
  }
}
