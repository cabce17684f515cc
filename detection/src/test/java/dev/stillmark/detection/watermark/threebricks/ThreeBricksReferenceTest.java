package dev.stillmark.detection.watermark.threebricks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.GoldenFile;
import dev.stillmark.detection.watermark.threebricks.ThreeBricksGoldenVectors.Checked;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ThreeBricksReferenceTest {

  @Test
  void equals_three_bricks_over_generated_ids() {
    Checked checked =
        new ThreeBricksGoldenVectors(Map.of()).check(GoldenFile.own("three_bricks.jsonl.gz"));

    assertThat(checked).isEqualTo(new Checked(29, 16, 9, 194, 8, 0, 0));
  }

  @Test
  @Tag("shared-data")
  void equals_three_bricks_over_real_text() {
    List<JsonNode> rows = GoldenFile.shared("three_bricks.jsonl.gz");
    Map<Integer, long[]> sequences =
        ThreeBricksGoldenVectors.sequences(GoldenFile.shared("sequences.jsonl.gz"));

    Checked checked = new ThreeBricksGoldenVectors(sequences).check(rows);

    assertThat(checked).isEqualTo(new Checked(29, 64, 10, 376, 8, 18, 3));
    assertThat(checked.rows()).isEqualTo(rows.size()).isEqualTo(508);
  }
}
