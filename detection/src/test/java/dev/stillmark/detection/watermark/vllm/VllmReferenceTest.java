package dev.stillmark.detection.watermark.vllm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.GoldenFile;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VllmReferenceTest {

  @Test
  void equals_vllm_over_generated_ids() {
    VllmGoldenVectors golden = new VllmGoldenVectors(GoldenFile.own("sequences.jsonl.gz"));

    Map<String, Integer> checked = golden.check(GoldenFile.own("vllm.jsonl.gz"));

    assertThat(checked).containsEntry("gumbel", 274).containsEntry("dual", 290);
    assertThat(checked.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1028);
  }

  @Test
  @Tag("shared-data")
  void equals_vllm_over_all_recorded_sequences() {
    VllmGoldenVectors golden = new VllmGoldenVectors(GoldenFile.shared("sequences.jsonl.gz"));

    Map<String, Integer> checked = golden.check(GoldenFile.shared("vllm.jsonl.gz"));

    assertThat(checked)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("u2f", 1),
                Map.entry("philox", 338),
                Map.entry("derive", 10),
                Map.entry("gammaq", 20),
                Map.entry("gammaincc", 10),
                Map.entry("gen", 13),
                Map.entry("gumbel", 444),
                Map.entry("dual", 460),
                Map.entry("mask", 22),
                Map.entry("refused", 18),
                Map.entry("accepted", 4),
                Map.entry("not ours: mask over the prompt", 18),
                Map.entry("not ours: error", 10),
                Map.entry("unreleased", 996)));
  }
}
