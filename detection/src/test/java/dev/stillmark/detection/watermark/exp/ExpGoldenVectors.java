package dev.stillmark.detection.watermark.exp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Holds our figures against what MarkLLM recorded for EXP, EXPGumbel and PF. */
final class ExpGoldenVectors {

  private final Map<Integer, long[]> sequences;
  private final Map<String, KeyedScheme> configurations = new HashMap<>();
  private final Map<String, Integer> vocabularies = new HashMap<>();

  ExpGoldenVectors(Map<Integer, long[]> sequences) {
    this.sequences = sequences;
  }

  record Checked(int configurations, int scored, int empty, int refused) {}

  /** Rows of other algorithms are not counted. */
  Checked check(List<JsonNode> rows) {
    int[] counts = new int[4];
    for (JsonNode row : rows) {
      String config = row.get("config").asText();
      if (config.startsWith("EXP") || config.startsWith("PF")) {
        counts[check(config, row)]++;
      }
    }
    return new Checked(counts[0], counts[1], counts[2], counts[3]);
  }

  private int check(String config, JsonNode row) {
    if (row.has("params")) {
      configurations.put(config, keyed(row));
      vocabularies.put(config, row.get("V").asInt());
      return 0;
    }
    KeyedScheme keyed = configurations.get(config);
    long[] ids = sequence(row, vocabularies.get(config));
    if (row.has("error")) {
      assertThatThrownBy(() -> keyed.reference(ids, new long[0]))
          .as("%s %s", config, row.get("seq"))
          .isInstanceOf(RefusedSequence.class)
          .hasMessageContaining("MarkLLM's PF fails");
      return 3;
    }
    return checkFigures(row, keyed.reference(ids, new long[0]));
  }

  private static int checkFigures(JsonNode row, ReferenceFigures ours) {
    String what = "%s %s".formatted(row.get("config"), row.get("seq"));
    double score = Double.longBitsToDouble(Long.parseUnsignedLong(row.get("score").asText(), 16));
    assertThat(ours.prediction()).as(what).isEqualTo(row.get("pred").asBoolean());
    if (ours.n() == 0) {
      assertThat(ours.score()).as(what).isEqualTo(Double.valueOf(score));
      return 2;
    }
    assertThat(ours.score()).as(what).isCloseTo(score, within(1e-9 * score));
    return 1;
  }

  private static KeyedScheme keyed(JsonNode row) {
    JsonNode params = row.get("params");
    int v = row.get("V").asInt();
    String algorithm = params.get("algorithm_name").asText();
    boolean seeded = params.has("seed");
    WatermarkKey key = WatermarkKey.of(params.get(seeded ? "seed" : "hash_key").asLong());
    WatermarkScheme scheme =
        switch (algorithm) {
          case "EXP" -> new ExpScheme(v, params.get("prefix_length").asInt());
          case "EXPGumbel" -> new ExpGumbelScheme(v, params.get("prefix_length").asInt());
          case "PF" -> new PfScheme(v, params.get("ngram").asInt());
          default -> throw new IllegalArgumentException(algorithm);
        };
    return scheme.with(key);
  }

  private long[] sequence(JsonNode row, int vocabulary) {
    long[] ids = row.has("ids") ? ids(row.get("ids")) : sequences.get(row.get("seq").asInt());
    return Arrays.stream(ids).map(id -> Math.floorMod(id, vocabulary)).toArray();
  }

  static Map<Integer, long[]> sequences(List<JsonNode> rows) {
    Map<Integer, long[]> sequences = new HashMap<>();
    rows.forEach(row -> sequences.put(row.get("id").asInt(), ids(row.get("ids"))));
    return sequences;
  }

  private static long[] ids(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToLong(JsonNode::asLong).toArray();
  }
}
