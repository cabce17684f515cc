package dev.stillmark.detection.watermark.lmwatermarking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.GoldenFile;
import dev.stillmark.detection.watermark.lmwatermarking.LmWatermarkingGoldenVectors.Checked;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LmWatermarkingReferenceTest {

  @Test
  void equals_lm_watermarking_over_generated_ids() {
    List<JsonNode> rows = GoldenFile.own("lmw_kgw.jsonl.gz");

    Checked checked = new LmWatermarkingGoldenVectors(List.of()).check(rows);

    assertThat(checked.configurations()).isEqualTo(14);
    assertThat(checked.seeds()).isEqualTo(462);
    assertThat(checked.scored()).isGreaterThan(100);
    assertThat(checked.refused()).isGreaterThan(50);
  }

  @Test
  @Tag("shared-data")
  void equals_lm_watermarking_over_every_row() {
    List<JsonNode> rows = GoldenFile.shared("lmw_kgw.jsonl.gz");

    Checked checked =
        new LmWatermarkingGoldenVectors(GoldenFile.shared("sequences.jsonl.gz")).check(rows);

    assertThat(rows).hasSize(803);
    assertThat(checked).isEqualTo(new Checked(14, 462, 265, 40, 61, 5189, 283));
  }
}
