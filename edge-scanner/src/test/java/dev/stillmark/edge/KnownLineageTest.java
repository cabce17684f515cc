package dev.stillmark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The command over 130 public models whose teachers are documented. */
@Tag("shared-data")
class KnownLineageTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DATA =
      Path.of(System.getProperty("stillmark.sharedData", "")).resolve("lineage");

  @Test
  void tells_documented_students_from_models_that_no_teacher_of_the_vendor_taught() {
    Run run =
        Run.of(
            "attribute",
            "--suspects",
            DATA + "/suspects_*.jsonl.gz",
            DATA + "/teachers.jsonl.gz",
            "--references",
            DATA + "/suspects_*.jsonl.gz",
            DATA + "/teachers.jsonl.gz",
            "--labels",
            DATA + "/labels.csv",
            "--teachers",
            DATA + "/teacher_groups.csv",
            "--lineage",
            DATA + "/lineage.csv",
            "--evaluate");

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.NOTHING_FOUND);
    assertThat(run.err())
        .contains("aligner-2b_gpt-4-turbo-2024-04-09 leaves the panel: 44 of 805 answers")
        .contains("aligner-2b_qwen1.5-72b-chat leaves the panel: 117 of 805 answers")
        .contains("128 models of 42 families, 14 teachers");
    List<JsonNode> rows = run.out().stream().map(KnownLineageTest::parse).toList();
    JsonNode fused = row(rows, "score", "fused");
    assertThat(fused.get("aucClean").asDouble()).isGreaterThanOrEqualTo(0.93);
    assertThat(fused.get("aucKin").asDouble()).isGreaterThanOrEqualTo(0.93);
    assertThat(rate(fused.get("top1"))).isGreaterThanOrEqualTo(0.88);
    assertThat(rate(fused.get("vendor1"))).isGreaterThanOrEqualTo(0.86);
    for (JsonNode level : fused.get("levels")) {
      assertThat(level.get("clean").get("lower95").asDouble())
          .as("false alarms at %s", level.get("level"))
          .isLessThanOrEqualTo(level.get("level").asDouble());
    }
    assertThat(rate(fused.get("levels").get(1).get("taught"))).isGreaterThanOrEqualTo(0.60);
    assertThat(rate(row(rows, "score", "prompt-free").get("vendor1"))).isGreaterThanOrEqualTo(0.85);
    JsonNode sameModel = row(rows, "table", "same-model");
    assertThat(rate(sameModel.get("derivatives"))).isGreaterThanOrEqualTo(0.94);
    assertThat(sameModel.get("clean").get("events").asInt()).isZero();
  }

  private static JsonNode row(List<JsonNode> rows, String field, String value) {
    return rows.stream()
        .filter(row -> row.path(field).asText().equals(value))
        .findFirst()
        .orElseThrow();
  }

  private static double rate(JsonNode rate) {
    return rate.get("events").asDouble() / rate.get("trials").asDouble();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
