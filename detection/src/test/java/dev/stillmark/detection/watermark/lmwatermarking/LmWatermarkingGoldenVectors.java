package dev.stillmark.detection.watermark.lmwatermarking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Holds our figures against what lm-watermarking recorded for every configuration. */
final class LmWatermarkingGoldenVectors {

  private static final int V = 50_257;
  private static final long BOS = 50_256;
  private static final List<Integer> WINDOW_SIZES = List.of(10, 20, 40);

  private final Map<Integer, long[]> sequences = new HashMap<>();
  private final Map<String, JsonNode> configurations = new HashMap<>();
  private int seeds;
  private int scored;
  private int windowed;
  private int refused;
  private int floats;
  private int inexactFloats;

  /** Rows that have no ids of their own find them in {@code sequenceRows}. */
  LmWatermarkingGoldenVectors(List<JsonNode> sequenceRows) {
    sequenceRows.forEach(row -> sequences.put(row.get("id").asInt(), ids(row.get("ids"))));
  }

  record Checked(
      int configurations,
      int seeds,
      int scored,
      int windowed,
      int refused,
      int floats,
      int inexactFloats) {}

  Checked check(List<JsonNode> rows) {
    for (JsonNode row : rows) {
      if (row.has("prf_table_head")) {
        checkTable(row.get("prf_table_head"));
      } else if (row.has("prf_key")) {
        checkSeed(row);
      } else if (row.has("error")) {
        checkError(row);
      } else if (row.has("seq")) {
        checkScores(row);
      } else {
        checkConfiguration(row);
      }
    }
    return new Checked(
        configurations.size(), seeds, scored, windowed, refused, floats, inexactFloats);
  }

  private static void checkTable(JsonNode head) {
    for (int i = 0; i < head.size(); i++) {
      assertThat(HashTable.of(i)).isEqualTo(head.get(i).asLong() + 1);
    }
  }

  private void checkSeed(JsonNode row) {
    long[] prefix = ids(row.get("prefix"));
    SeedingScheme scheme =
        new SeedingScheme(Prf.labelled(row.get("prf").asText()), prefix.length, false);
    WatermarkKey key = WatermarkKey.of(row.get("salt").asLong());
    long seed = new ContextSeeds(scheme, key).before(prefix, prefix.length);
    JsonNode head = row.get("perm50257_head");
    int[] order = TorchGenerator.seededWith((int) seed).permutationWithHead(head.size(), V);

    assertThat(Long.toUnsignedString(seed)).as("%s", row).isEqualTo(row.get("seed").asText());
    for (int i = 0; i < head.size(); i++) {
      assertThat(order[i]).as("%s", row).isEqualTo(head.get(i).asInt());
    }
    seeds++;
  }

  private void checkConfiguration(JsonNode row) {
    SeedingScheme named = SeedingScheme.named(row.get("seeding_scheme").asText());

    assertThat(named.prf().label()).isEqualTo(row.get("prf").asText());
    assertThat(named.contextWidth()).isEqualTo(row.get("context_width").asInt());
    assertThat(named.selfSalt()).isEqualTo(row.get("self_salt").asBoolean());
    configurations.put(row.get("config").asText(), row);
  }

  private void checkError(JsonNode row) {
    LmWatermarkingLists lists = lists(row, true, List.of());
    long[] tokens = sequence(row);

    assertThatThrownBy(() -> lists.reference(tokens, new long[0]))
        .as("%s", row)
        .isInstanceOf(RefusedSequence.class)
        .hasMessageContaining("at least contextWidth + 1 = %d", lists.scheme().contextWidth() + 1)
        .hasMessageEndingWith("but holds " + tokens.length);
    refused++;
  }

  private void checkScores(JsonNode row) {
    if (row.has("rep")) {
      checkFigures(row, row.get("rep"), true);
      checkFigures(row, row.get("all"), false);
      checkZAtT(row);
    } else {
      checkFigures(row, row, row.get("config").asText().endsWith("repTrue"));
    }
    if (row.has("flags")) {
      assertThat(flags(lists(row, true, List.of()), sequence(row)))
          .as("%s", row)
          .isEqualTo(row.get("flags").asText());
    }
    if (row.has("win")) {
      checkWindow(row);
    }
    scored++;
  }

  private void checkFigures(JsonNode row, JsonNode expected, boolean distinct) {
    ReferenceFigures ours = lists(row, distinct, List.of()).reference(sequence(row), new long[0]);

    assertThat(ours.n()).as("%s", row).isEqualTo(expected.get("N").asLong());
    assertThat(ours.greenTokens()).as("%s", row).isEqualTo(expected.get("green").asLong());
    assertThat(ours.z()).as("%s", row).isEqualTo(fromBits(expected.get("z")));
    double p = fromBits(expected.get("p"));
    assertThat(ours.p()).as("%s", row).isCloseTo(p, within(1e-12 * p));
    if (expected.has("pred")) {
      assertThat(ours.prediction()).as("%s", row).isEqualTo(expected.get("pred").asBoolean());
    }
  }

  /** Torch's vectorised square root is not correctly rounded for every float. */
  private void checkZAtT(JsonNode row) {
    JsonNode expected = row.get("zT32");
    float[] ours = LmWatermarkingReference.of(lists(row, true, List.of()), sequence(row)).zAtT();

    assertThat(expected.size()).isEqualTo(Math.min(32, ours.length));
    for (int i = 0; i < expected.size(); i++) {
      float z = (float) expected.get(i).asDouble();
      assertThat(ours[i]).as("%d of %s", i, row).isCloseTo(z, within(2.5e-7f * Math.abs(z)));
      floats++;
      inexactFloats += ours[i] == z ? 0 : 1;
    }
  }

  private void checkWindow(JsonNode row) {
    JsonNode expected = row.get("win");
    LmWatermarkingLists lists = lists(row, true, WINDOW_SIZES);
    windowed++;
    if (expected.has("error")) {
      assertThatThrownBy(() -> lists.reference(sequence(row), new long[0]))
          .isInstanceOf(RefusedSequence.class)
          .hasMessageContaining("windowSizes must hold one within 1..");
      return;
    }
    ReferenceFigures ours = lists.reference(sequence(row), new long[0]);

    assertThat(ours.n()).as("%s", row).isEqualTo(expected.get("N").asLong());
    assertThat(ours.greenTokens()).as("%s", row).isEqualTo(expected.get("green").asLong());
    assertThat(ours.z()).as("%s", row).isEqualTo(expected.get("z").asDouble());
    double p = expected.get("p").asDouble();
    assertThat(ours.p()).as("%s", row).isCloseTo(p, within(1e-12 * p));
  }

  /** Of the row's sequence what the reference scores: without a leading token of its BOS. */
  private long[] sequence(JsonNode row) {
    long[] ids = row.has("ids") ? ids(row.get("ids")) : sequences.get(row.get("seq").asInt());
    return ids.length > 0 && ids[0] == BOS ? Arrays.copyOfRange(ids, 1, ids.length) : ids;
  }

  private LmWatermarkingLists lists(JsonNode row, boolean distinct, List<Integer> windowSizes) {
    String name = row.get("config").asText();
    if (name.startsWith("v1_")) {
      boolean once = name.endsWith("repTrue");
      SeedingScheme original = SeedingScheme.named("original");
      return new LmWatermarkingScheme(V, 0.25, original, true, once, windowSizes, BOS)
          .with(WatermarkKey.of(15_485_863));
    }
    JsonNode configuration = configurations.get(name);
    return new LmWatermarkingScheme(
            V,
            configuration.get("gamma").asDouble(),
            SeedingScheme.named(configuration.get("seeding_scheme").asText()),
            configuration.get("select_green_tokens").asBoolean(),
            distinct,
            windowSizes,
            BOS)
        .with(WatermarkKey.of(new BigInteger(configuration.get("hash_key").asText())));
  }

  private static String flags(LmWatermarkingLists lists, long[] tokens) {
    PositionScorer scorer = lists.scorer();
    StringBuilder flags = new StringBuilder();
    for (int i = lists.firstPosition(); i < tokens.length; i++) {
      flags.append(scorer.scoreAt(tokens, i));
    }
    return flags.toString();
  }

  private static double fromBits(JsonNode hex) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(hex.asText(), 16));
  }

  private static long[] ids(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToLong(JsonNode::asLong).toArray();
  }
}
