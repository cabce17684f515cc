package dev.stillmark.detection.watermark.markllm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.GoldenFile;
import dev.stillmark.detection.watermark.markllm.MarkLlmGoldenVectors.Checked;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MarkLlmReferenceTest {

  @Test
  void equals_markllm_over_generated_ids() {
    Checked checked =
        new MarkLlmGoldenVectors(List.of()).check(GoldenFile.own("markllm_kgw.jsonl.gz"));

    assertThat(checked).isEqualTo(new Checked(10, 121, 29));
  }

  @Test
  @Tag("shared-data")
  void equals_markllm_over_every_row() {
    Checked checked =
        new MarkLlmGoldenVectors(GoldenFile.shared("sequences.jsonl.gz"))
            .check(GoldenFile.shared("markllm.jsonl.gz"));

    assertThat(checked).isEqualTo(new Checked(10, 159, 29));
  }
}
