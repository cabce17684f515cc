package dev.stillmark.detection.watermark.synthid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.GoldenFile;
import dev.stillmark.detection.watermark.synthid.SynthIdGoldenVectors.Checked;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SynthIdReferenceTest {

  @Test
  void equals_transformers_and_synthid_text_over_generated_ids() {
    List<JsonNode> rows = GoldenFile.own("synthid.jsonl.gz");

    Checked checked = new SynthIdGoldenVectors(List.of()).check(rows);

    assertThat(checked).isEqualTo(new Checked(8, 337, 178, 33, 5));
  }

  @Test
  void equals_markllm_over_generated_ids() {
    List<JsonNode> rows = GoldenFile.own("markllm_synthid.jsonl.gz");

    Checked checked = new SynthIdGoldenVectors(List.of()).check(rows);

    assertThat(checked).isEqualTo(new Checked(3, 78, 0, 15, 0));
  }

  @Test
  @Tag("shared-data")
  void equals_transformers_and_synthid_text_over_real_text() {
    List<JsonNode> sequences = GoldenFile.shared("sequences.jsonl.gz");

    Checked checked =
        new SynthIdGoldenVectors(sequences).check(GoldenFile.shared("synthid.jsonl.gz"));

    assertThat(checked).isEqualTo(new Checked(8, 847, 428, 33, 5));
  }

  @Test
  @Tag("shared-data")
  void equals_markllm_over_real_text() {
    List<JsonNode> sequences = GoldenFile.shared("sequences.jsonl.gz");
    List<JsonNode> rows =
        GoldenFile.shared("markllm.jsonl.gz").stream()
            .filter(row -> row.path("config").asText().startsWith("SynthID"))
            .toList();

    Checked checked = new SynthIdGoldenVectors(sequences).check(rows);

    assertThat(checked).isEqualTo(new Checked(3, 120, 0, 15, 0));
  }
}
