package dev.stillmark.detection.watermark.sglang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.GoldenFile;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SglangReferenceTest {

  @Test
  void equals_sglang_over_generated_ids() {
    SglangGoldenVectors golden = new SglangGoldenVectors(GoldenFile.own("sequences.jsonl.gz"));

    Map<String, Integer> checked = golden.check(GoldenFile.own("sglang.jsonl.gz"));

    assertThat(checked).containsEntry("detect", 245).containsEntry("refused sequence", 10);
    assertThat(checked.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(418);
  }

  @Test
  @Tag("shared-data")
  void equals_sglang_over_all_recorded_sequences() {
    SglangGoldenVectors golden = new SglangGoldenVectors(GoldenFile.shared("sequences.jsonl.gz"));

    Map<String, Integer> checked = golden.check(GoldenFile.shared("sglang.jsonl.gz"));

    assertThat(checked)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("key", 9),
                Map.entry("ctxhash", 28),
                Map.entry("hash", 45),
                Map.entry("coin", 54),
                Map.entry("gen", 9),
                Map.entry("gen, not ours: marking", 1),
                Map.entry("detect", 415),
                Map.entry("refused sequence", 10),
                Map.entry("refused", 11),
                Map.entry("accepted", 2),
                Map.entry("not ours: a type that JSON keeps apart", 4)));
  }
}
