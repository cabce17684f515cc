package dev.stillmark.detection.watermark.kgw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.kgw.KgwScheme.Seeding;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Holds our figures against what the reference implementation recorded for every configuration. */
final class KgwGoldenVectors {

  private static final long BOS = 50_256;

  private final int transformersVersion;
  private final Map<Integer, long[]> sequences = new HashMap<>();
  private final Map<String, JsonNode> configurations = new HashMap<>();
  private final Map<String, GreenLists> lists = new HashMap<>();

  KgwGoldenVectors(int transformersVersion, List<JsonNode> sequenceRows) {
    this.transformersVersion = transformersVersion;
    for (JsonNode row : sequenceRows) {
      sequences.put(row.get("id").asInt(), ids(row.get("ids")));
    }
  }

  /** Checks every row and returns how many scored sequences and errors there were. */
  Checked check(List<JsonNode> rows) throws NoSuchAlgorithmException {
    int scored = 0;
    int refused = 0;
    for (JsonNode row : rows) {
      if (row.has("all")) {
        checkScores(row);
        scored++;
      } else if (row.has("error")) {
        checkError(row);
        refused++;
      } else {
        configurations.put(row.get("config").asText(), row);
        checkGreenLists(row);
      }
    }
    return new Checked(scored, refused);
  }

  record Checked(int scored, int refused) {}

  private void checkGreenLists(JsonNode row) throws NoSuchAlgorithmException {
    for (JsonNode list : row.path("greenlists")) {
      long[] prefix = ids(list.get("prefix"));
      KgwScheme scheme = scheme(row, false, prefix.length);
      GreenLists lists = new GreenLists(scheme, key(row));
      int seed =
          scheme.seeding() == Seeding.LEFTHASH
              ? lists.seedAfter(prefix[prefix.length - 1])
              : lists.seedAt(prefix, prefix.length - 1);
      var green =
          GreenLists.greenList(seed, scheme.vocabularySize(), scheme.greenListSize()).toByteArray();
      byte[] mask = Arrays.copyOf(green, (scheme.vocabularySize() + 7) / 8);

      assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(mask)))
          .as("%s %s", row.get("config"), list.get("prefix"))
          .isEqualTo(list.get("mask_sha").asText());
    }
  }

  private void checkScores(JsonNode row) {
    String name = row.get("config").asText();
    long[] tokens = sequence(row);
    checkReference(row, "all", tokens, false);
    checkReference(row, "rep", tokens, true);
    if (row.has("flags")) {
      int stripped = row.get("bos_stripped").asInt();
      assertThat(flags(lists(name), Arrays.copyOfRange(tokens, stripped, tokens.length)))
          .as("%s %s", name, row.get("seq"))
          .isEqualTo(row.get("flags").asText());
    }
  }

  private void checkReference(JsonNode row, String field, long[] tokens, boolean ignoreRepeated) {
    String name = row.get("config").asText();
    KgwScheme scheme = scheme(configurations.get(name), ignoreRepeated, Integer.MAX_VALUE);
    KgwReference ours = KgwReference.of(scheme, lists(name), tokens);
    JsonNode expected = row.get(field);
    String what = "%s %s %s".formatted(name, row.get("seq"), field);

    assertThat(ours.n()).as(what).isEqualTo(expected.get("N").asInt());
    assertThat(ours.greenTokens()).as(what).isEqualTo(expected.get("green").asInt());
    assertThat(ours.z()).as(what).isEqualTo(fromBits(expected.get("z")));
    assertThat(ours.prediction()).as(what).isEqualTo(expected.get("pred").asBoolean());
    double p = fromBits(expected.get("p"));
    assertThat(ours.p()).as(what).isCloseTo(p, within(1e-12 * p));
    if (expected.has("frac")) {
      assertThat(ours.fraction()).as(what).isEqualTo(fromBits(expected.get("frac")));
    }
  }

  private void checkError(JsonNode row) {
    String name = row.get("config").asText();
    if (row.has("ids")) {
      checkEachOfBatch(row);
    } else if (row.has("params")) {
      assertThatThrownBy(() -> key(row)).hasMessageContaining("key must be within");
    } else {
      KgwScheme scheme = scheme(configurations.get(name), false, Integer.MAX_VALUE);
      int least = scheme.contextWidth() + 1;
      long[] tokens = sequence(row);
      assertThatThrownBy(() -> KgwReference.of(scheme, lists(name), tokens))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("at least contextWidth + 1 = %d tokens", least)
          .hasMessageEndingWith("but holds " + tokens.length);
    }
  }

  /**
   * The reference refuses a batch of which only some rows lead with BOS; we score each by itself.
   */
  private void checkEachOfBatch(JsonNode row) {
    KgwScheme scheme = new KgwScheme(50_257, 0.25, Seeding.LEFTHASH, 1, false, BOS, 5);
    GreenLists lists = new GreenLists(scheme, WatermarkKey.of(15_485_863));

    assertThat(KgwReference.of(scheme, lists, ids(row.get("ids").get(0))).n()).isEqualTo(1);
    assertThat(KgwReference.of(scheme, lists, ids(row.get("ids").get(1))).n()).isEqualTo(2);
  }

  private long[] sequence(JsonNode row) {
    long[] tokens = sequences.get(row.get("seq").asInt());
    boolean folded = row.get("config").asText().endsWith("idsmod4096");
    return folded ? Arrays.stream(tokens).map(id -> Math.floorMod(id, 4096)).toArray() : tokens;
  }

  private GreenLists lists(String name) {
    JsonNode row = configurations.get(name);
    return lists.computeIfAbsent(
        name, unused -> new GreenLists(scheme(row, false, Integer.MAX_VALUE), key(row)));
  }

  private KgwScheme scheme(JsonNode row, boolean ignoreRepeated, int widestContext) {
    JsonNode params = row.get("params");
    return new KgwScheme(
        row.get("vocab_size").asInt(),
        params.get("greenlist_ratio").asDouble(),
        Seeding.valueOf(params.get("seeding_scheme").asText().toUpperCase(java.util.Locale.ROOT)),
        Math.min(widestContext, params.get("context_width").asInt()),
        ignoreRepeated,
        BOS,
        transformersVersion);
  }

  private static WatermarkKey key(JsonNode row) {
    return WatermarkKey.of(new java.math.BigInteger(row.get("params").get("hashing_key").asText()));
  }

  private static String flags(GreenLists lists, long[] tokens) {
    StringBuilder flags = new StringBuilder();
    for (int i = lists.firstPosition(); i < tokens.length; i++) {
      flags.append(lists.isGreenAt(tokens, i) ? '1' : '0');
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
