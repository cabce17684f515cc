package dev.stillmark.detection.watermark.textseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.GoldenFile;
import dev.stillmark.detection.watermark.textseal.TextsealGoldenVectors.Checked;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TextsealReferenceTest {

  @Test
  void equals_textseal_over_generated_ids() {
    Checked checked =
        new TextsealGoldenVectors(Map.of()).check(GoldenFile.own("textseal.jsonl.gz"));

    assertThat(checked).isEqualTo(new Checked(400, 1260, 84));
  }

  @Test
  @Tag("shared-data")
  void equals_textseal_over_real_text() {
    List<JsonNode> rows = GoldenFile.shared("textseal.jsonl.gz");
    Map<Integer, long[]> sequences =
        TextsealGoldenVectors.sequences(GoldenFile.shared("sequences.jsonl.gz"));

    Checked checked = new TextsealGoldenVectors(sequences).check(rows);

    assertThat(checked).isEqualTo(new Checked(400, 2070, 138));
    assertThat(rows).hasSize(400 + 2070);
  }

  @Test
  void its_mid_p_equals_textseals_over_a_grid() {
    int checked = 0;
    for (JsonNode row : GoldenFile.own("three_bricks.jsonl.gz")) {
      if (row.path("textseal_midp").isNumber() && row.get("n").asLong() > 0) {
        double p = row.get("textseal_midp").asDouble();
        double ours =
            TextsealReference.midP(
                row.get("n").asLong(), row.get("score").asLong(), row.get("gamma").asDouble());
        // Where the reference's difference has underflowed to 0, ours has not.
        assertThat(ours).as(row.toString()).isCloseTo(p, within(1e-10 * p + 1e-300));
        checked++;
      }
    }
    assertThat(checked).isEqualTo(11);
  }
}
