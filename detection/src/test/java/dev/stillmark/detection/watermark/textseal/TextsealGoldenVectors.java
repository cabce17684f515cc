package dev.stillmark.detection.watermark.textseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ScoredTuples;
import dev.stillmark.detection.watermark.ScoringMethod;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Holds our figures against what TextSeal recorded. */
final class TextsealGoldenVectors {

  private final Map<Integer, long[]> sequences;
  private final Map<TextsealScheme, ScoredTuples> shared = new HashMap<>();

  TextsealGoldenVectors(Map<Integer, long[]> sequences) {
    this.sequences = sequences;
  }

  record Checked(int hashes, int scored, int flagged) {}

  Checked check(List<JsonNode> rows) {
    int hashes = 0;
    int scored = 0;
    int flagged = 0;
    for (JsonNode row : rows) {
      if (row.has("win")) {
        checkHash(row);
        hashes++;
      } else {
        checkFigures(row);
        scored++;
        flagged += row.has("flags") ? 1 : 0;
      }
    }
    return new Checked(hashes, scored, flagged);
  }

  private static void checkHash(JsonNode row) {
    long[] window = ids(row.get("win"));
    long[] ids = java.util.Arrays.copyOf(window, window.length + 1);
    ids[window.length] = row.get("x").asLong();
    WatermarkKey key = WatermarkKey.of(new BigInteger(row.get("sk").asText()));
    int level = LevelHash.level(new LevelHash(key, window.length).word(ids, window.length, 0));

    assertThat(level).isEqualTo(row.get("h").asInt());
    assertThat((double) ((float) level / 8191f)).isEqualTo(row.get("u32").asDouble());
    assertThat(level < LevelHash.levelsBelow(0.5)).isEqualTo(row.get("bin.5").asInt() == 1);
    assertThat(level < LevelHash.levelsBelow(0.25)).isEqualTo(row.get("bin.25").asInt() == 1);
  }

  private void checkFigures(JsonNode row) {
    TextsealScheme scheme = scheme(row);
    TextsealLevels levels = new TextsealLevels(scheme, WatermarkKey.of(row.get("sk").asLong()));
    long[] ids = row.has("ids") ? ids(row.get("ids")) : sequences.get(row.get("seq").asInt());
    TextsealReference ours = TextsealReference.of(levels, ids, tuples(row, scheme));
    String what = row.toString();

    assertThat(ours.n()).as(what).isEqualTo(row.get("n").asLong());
    double sum = row.get("sum").asDouble();
    assertThat(ours.sum()).as(what).isCloseTo(sum, within(tolerance(scheme.method()) * sum));
    checkTail(row, new TextsealReference(scheme, ours.n(), sum).p());
    if (row.has("flags")) {
      assertThat(flags(levels, ids)).as(what).isEqualTo(row.get("flags").asText());
    }
  }

  /** Green tokens and bits are counted; the other sums are of 32-bit floats. */
  private static double tolerance(Method method) {
    return switch (method) {
      case GREENLIST, DIPMARK, SYNTHID -> 0;
      case GUMBELMAX, SYNTHID_WEIGHTED -> 3e-7;
    };
  }

  /** The weighted tail is 1 minus a distribution function: good to 1e-16, then 0 and floored. */
  private static void checkTail(JsonNode row, double ours) {
    double p = Double.longBitsToDouble(Long.parseUnsignedLong(row.get("p").asText(), 16));
    if (Double.isNaN(p)) {
      assertThat(ours).as(row.toString()).isNaN();
    } else {
      boolean weighted = row.get("config").asText().equals("synthid-weighted");
      double absolute = weighted ? 3e-16 : 0;
      assertThat(ours).as(row.toString()).isCloseTo(p, within(1e-10 * p + absolute));
    }
  }

  private static String flags(TextsealLevels levels, long[] ids) {
    PositionScorer scorer = levels.scorer();
    StringBuilder flags = new StringBuilder();
    for (int at = levels.firstPosition() + 1; at < ids.length; at++) {
      flags.append(scorer.scoreAt(ids, at));
    }
    return flags.toString();
  }

  /** Without a shared set the reference leaves no repetition out, whatever its scoring method. */
  private ScoredTuples tuples(JsonNode row, TextsealScheme scheme) {
    return row.get("seen_shared").asBoolean()
        ? shared.computeIfAbsent(
            scheme, unused -> new ScoredTuples(scheme.scoringMethod(), scheme.ngram()))
        : new ScoredTuples(ScoringMethod.NONE, scheme.ngram());
  }

  private static TextsealScheme scheme(JsonNode row) {
    return new TextsealScheme(
        Method.valueOf(constant(row.get("config"))),
        row.get("ngram").asInt(),
        row.get("gamma").asDouble(),
        row.get("depth").asInt(),
        ScoringMethod.valueOf(constant(row.get("scoring_method"))));
  }

  private static String constant(JsonNode name) {
    return name.asText().toUpperCase(Locale.ROOT).replace('-', '_');
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
