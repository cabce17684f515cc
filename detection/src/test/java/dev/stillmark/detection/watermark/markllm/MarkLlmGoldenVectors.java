package dev.stillmark.detection.watermark.markllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Holds our figures against what MarkLLM's KGW recorded for every configuration. */
final class MarkLlmGoldenVectors {

  private final Map<Integer, long[]> sequences = new HashMap<>();
  private final Map<String, MarkLlmLists> configurations = new HashMap<>();
  private int scored;
  private int refused;

  /** Rows that have no ids of their own find them in {@code sequenceRows}. */
  MarkLlmGoldenVectors(List<JsonNode> sequenceRows) {
    sequenceRows.forEach(row -> sequences.put(row.get("id").asInt(), ids(row.get("ids"))));
  }

  record Checked(int configurations, int scored, int refused) {}

  /** Passes over the rows of MarkLLM's other algorithms. */
  Checked check(List<JsonNode> rows) {
    for (JsonNode row : rows) {
      String name = row.get("config").asText();
      if (!name.startsWith("KGW")) {
        continue;
      }
      if (row.has("params")) {
        configurations.put(name, lists(row));
      } else if (row.has("error")) {
        checkError(row);
      } else {
        checkScores(row);
      }
    }
    return new Checked(configurations.size(), scored, refused);
  }

  private static MarkLlmLists lists(JsonNode row) {
    JsonNode params = row.get("params");
    MarkLlmKgwScheme scheme =
        new MarkLlmKgwScheme(
            row.get("V").asInt(),
            params.get("gamma").asDouble(),
            FScheme.valueOf(params.get("f_scheme").asText().toUpperCase(Locale.ROOT)),
            WindowScheme.valueOf(params.get("window_scheme").asText().toUpperCase(Locale.ROOT)),
            params.get("prefix_length").asInt());
    return scheme.with(WatermarkKey.of(params.get("hash_key").asLong()));
  }

  private void checkScores(JsonNode row) {
    MarkLlmLists lists = configurations.get(row.get("config").asText());
    int length = row.get("flags").asText().split(",").length;
    long[] tokens = Arrays.copyOf(sequence(row, lists), length);
    ReferenceFigures ours = lists.reference(tokens, new long[0]);

    assertThat(flags(lists, tokens)).as("%s", row).isEqualTo(row.get("flags").asText());
    long bits = Long.parseUnsignedLong(row.get("score").asText(), 16);
    assertThat(ours.z()).as("%s", row).isEqualTo(Double.longBitsToDouble(bits));
    assertThat(ours.prediction()).as("%s", row).isEqualTo(row.get("pred").asBoolean());
    scored++;
  }

  private void checkError(JsonNode row) {
    MarkLlmLists lists = configurations.get(row.get("config").asText());
    long[] tokens = sequence(row, lists);

    assertThatThrownBy(() -> lists.reference(tokens, new long[0]))
        .as("%s", row)
        .isInstanceOf(RefusedSequence.class)
        .hasMessage(
            "a sequence must hold at least prefixLength + 1 = %d tokens but holds %d",
            lists.scheme().prefixLength() + 1, tokens.length);
    refused++;
  }

  /** The vectors were made over ids modulo V, and over a sequence's head where V is tiny. */
  private long[] sequence(JsonNode row, MarkLlmLists lists) {
    long[] ids = row.has("ids") ? ids(row.get("ids")) : sequences.get(row.get("seq").asInt());
    int size = lists.scheme().vocabularySize();
    return Arrays.stream(ids).map(id -> Math.floorMod(id, size)).toArray();
  }

  private static String flags(MarkLlmLists lists, long[] tokens) {
    PositionScorer scorer = lists.scorer();
    StringBuilder flags = new StringBuilder();
    for (int at = 0; at < tokens.length; at++) {
      boolean early = at < lists.firstPosition();
      flags.append(at > 0 ? "," : "").append(early ? -1 : scorer.scoreAt(tokens, at));
    }
    return flags.toString();
  }

  private static long[] ids(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToLong(JsonNode::asLong).toArray();
  }
}
