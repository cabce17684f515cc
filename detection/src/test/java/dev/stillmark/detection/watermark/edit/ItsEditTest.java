package dev.stillmark.detection.watermark.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.GoldenFile;
import dev.stillmark.detection.watermark.GoldenRow;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ItsEditTest {

  @Test
  void equals_a_second_implementation() {
    List<JsonNode> rows = GoldenFile.own("its_edit_transcribed.jsonl");

    for (JsonNode row : rows) {
      ItsEditScheme scheme =
          new ItsEditScheme(
              row.get("V").asInt(), row.get("n").asInt(), row.get("gamma").asDouble());
      WatermarkKey key = WatermarkKey.of(row.get("key").asLong());
      long[] ids = GoldenRow.ids(row, Map.of());

      assertThat(scheme.statistic(key, ids)).as("%s", row).isEqualTo(row.get("stat").asDouble());
      assertThat(scheme.nullStatistics(ids, 3, row.get("nullSeed").asLong()))
          .as("%s", row)
          .containsExactly(doubles(row.get("nulls")));
    }
    assertThat(rows).hasSize(4);
  }

  @Test
  void the_reference_leaves_out_the_one_that_makes_a_p_value() {
    EditResult result =
        new ItsEditScheme(100, 8, 0).detect(WatermarkKey.of(9), new long[] {1, 2, 3}, 20, 0);

    assertThat(result.referenceP()).isEqualTo(result.nullsAtMost() / 20.0);
    assertThat(result.p()).isEqualTo((1 + result.nullsAtMost()) / 21.0);
  }

  private static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
