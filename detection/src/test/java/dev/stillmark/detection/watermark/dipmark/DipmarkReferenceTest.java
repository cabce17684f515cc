package dev.stillmark.detection.watermark.dipmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.GoldenFile;
import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.GoldenRow;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DipmarkReferenceTest {

  @Test
  void equals_markllm_over_generated_ids() {
    Checked checked = new Vectors(Map.of()).check(GoldenFile.own("markllm_dip.jsonl.gz"));

    assertThat(checked).isEqualTo(new Checked(54, 0));
  }

  @Test
  @Tag("shared-data")
  void equals_markllm_over_real_text() {
    var sequences = GoldenRow.sequences(GoldenFile.shared("sequences.jsonl.gz"));
    List<JsonNode> rows =
        GoldenFile.shared("markllm.jsonl.gz").stream()
            .filter(row -> row.get("config").asText().startsWith("DIP"))
            .toList();

    assertThat(new Vectors(sequences).check(rows)).isEqualTo(new Checked(78, 1));
  }

  @Test
  void refuses_an_id_that_has_no_place() {
    DipmarkPlaces places = DipmarkScheme.withDefaults(100).with(WatermarkKey.of(7));

    assertThatThrownBy(() -> places.reference(new long[] {1, 2, 100}, new long[0]))
        .isInstanceOfSatisfying(
            RefusedSequence.class,
            refused -> assertThat(refused.rule()).isEqualTo("out-of-vocabulary"))
        .hasMessage("ids must be within 0..99 but the one at 2 is not");
  }

  private record Checked(int scored, int withoutKey) {}

  private static final class Vectors {

    private final Map<Integer, long[]> sequences;
    private final Map<String, DipmarkPlaces> keyed = new HashMap<>();

    Vectors(Map<Integer, long[]> sequences) {
      this.sequences = sequences;
    }

    Checked check(List<JsonNode> rows) {
      int scored = 0;
      int withoutKey = 0;
      for (JsonNode row : rows) {
        if (row.hasNonNull("hash_key_hex")) {
          configure(row);
        } else if (row.has("q32")) {
          checkFigures(row);
          checkQuantiles(row);
          scored++;
        } else if (row.has("error")) {
          assertThatThrownBy(() -> WatermarkKey.of(List.of())).hasMessageContaining("holds 0");
          withoutKey++;
        }
      }
      return new Checked(scored, withoutKey);
    }

    private void configure(JsonNode row) {
      DipmarkScheme scheme =
          new DipmarkScheme(
              row.get("V").asInt(),
              row.get("gamma").asDouble(),
              row.get("prefix_length").asInt(),
              row.get("ignore_history_detection").asInt() == 1);
      byte[] bytes = HexFormat.of().parseHex(row.get("hash_key_hex").asText());
      keyed.put(row.get("config").asText(), scheme.with(KeyBytes.of(bytes)));
    }

    private void checkFigures(JsonNode row) {
      DipmarkPlaces places = keyed.get(row.get("config").asText());
      DipmarkReference ours = DipmarkReference.of(places, ids(row, places));

      assertThat(ours.z()).as("%s", row).isEqualTo(GoldenRow.fromBits(row.get("score")));
      assertThat(ours.prediction()).as("%s", row).isEqualTo(row.get("pred").asBoolean());
    }

    /** The places themselves, from whole permutations, and the colours that follow from them. */
    private void checkQuantiles(JsonNode row) {
      DipmarkPlaces places = keyed.get(row.get("config").asText());
      DipmarkScheme scheme = places.scheme();
      PositionScorer scorer = places.scorer();
      long[] ids = ids(row, places);
      Set<List<Long>> seen = new HashSet<>();
      JsonNode quantiles = row.get("q32");
      for (int at = 1; at < quantiles.size(); at++) {
        List<Long> context =
            Arrays.stream(ids, Math.max(0, at - scheme.prefixLength()), at).boxed().toList();
        double expected = quantiles.get(at).asDouble();
        if (!seen.add(context) && !scheme.ignoreHistoryDetection()) {
          assertThat(expected).as("%s at %d", row, at).isEqualTo(-1);
        } else {
          assertThat(quantile(scorer, ids, at, scheme.vocabSize()))
              .as("%s at %d", row, at)
              .isEqualTo(expected);
          assertThat(scorer.scoreAt(ids, at)).isEqualTo(expected >= scheme.gamma() ? 1 : 0);
        }
      }
    }

    private static double quantile(PositionScorer scorer, long[] ids, int at, int vocabSize) {
      int seed = (int) scorer.seedAt(ids, at);
      int[] order = TorchGenerator.seededWith(seed).permutation(vocabSize);
      int place = 0;
      while (order[place] != ids[at]) {
        place++;
      }
      return (place + 1) / (float) vocabSize;
    }

    /** The rows were recorded over ids folded into the vocabulary. */
    private long[] ids(JsonNode row, DipmarkPlaces places) {
      return Arrays.stream(GoldenRow.ids(row, sequences))
          .map(id -> Math.floorMod(id, places.scheme().vocabSize()))
          .toArray();
    }
  }
}
