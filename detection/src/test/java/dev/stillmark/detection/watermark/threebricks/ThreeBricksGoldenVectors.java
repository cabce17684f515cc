package dev.stillmark.detection.watermark.threebricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.random.SaltedSeeds;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.ScoredTuples;
import dev.stillmark.detection.watermark.ScoringMethod;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Holds our figures against what three_bricks recorded. */
final class ThreeBricksGoldenVectors {

  /** A 32-bit logarithm is off by one unit in the last place at most, and so is its sum. */
  private static final double INCREMENT = 1.3e-7;

  private static final double SUM = 1e-6;

  private final Map<Integer, long[]> sequences;
  private final Map<String, JsonNode> configurations = new HashMap<>();

  ThreeBricksGoldenVectors(Map<Integer, long[]> sequences) {
    this.sequences = sequences;
  }

  /**
   * How many rows of each kind were checked.
   *
   * @param faults sequences on which the reference's detector breaks down, whatever they hold
   */
  record Checked(
      int tails, int seeds, int configurations, int scored, int refused, int pooled, int faults) {

    int rows() {
      return tails + seeds + configurations + scored + refused + pooled + faults;
    }
  }

  Checked check(List<JsonNode> rows) {
    int[] counts = new int[7];
    for (JsonNode row : rows) {
      counts[check(row)]++;
    }
    return new Checked(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
  }

  private int check(JsonNode row) {
    if (row.has("pval")) {
      checkTails(row);
      return 0;
    }
    if (row.has("seeding")) {
      return checkSeed(row);
    }
    if (row.has("chunked")) {
      new PooledGoldenRow(row, sequences).check();
      return 5;
    }
    if (row.has("cls")) {
      configurations.put(row.get("config").asText(), row);
      return 2;
    }
    if (configurations.get(row.get("config").asText()).get("params").has("seeding")) {
      return checkFault(row);
    }
    return row.has("error") ? checkRefused(row) : checkScored(row);
  }

  private static void checkTails(JsonNode row) {
    boolean maryland = row.get("pval").asText().equals("maryland");
    long n = row.get("n").asLong();
    double score = row.get("score").asDouble();
    double gamma = row.get("gamma").asDouble();
    for (Tail tail : Tail.values()) {
      double ours =
          maryland
              ? PrintedTails.maryland(tail, n, (long) score, gamma)
              : PrintedTails.openai(tail, n, score);
      String name = tail == Tail.NORMAL ? "z" : maryland ? "binom" : "gamma";
      if (row.get(name).isObject()) {
        // Python's division by zero: no number either.
        assertThat(ours).as(row.toString()).isNaN();
      } else {
        assertClose(ours, bits(row.get(name + "_hex")), 1e-10, row.toString());
      }
    }
  }

  private static int checkSeed(JsonNode row) {
    BigInteger first = new BigInteger(row.get("seed").asText());
    String seeding = row.get("seeding").asText();
    long[] prefix = ids(row.get("prefix"));
    long seed =
        seeding.equals("hash")
            ? new SaltedSeeds(first, prefix.length).at(prefix, prefix.length)
            : new TableSeeds(first).under(seeding, prefix);
    assertThat(Long.toUnsignedString(seed))
        .as(row.toString())
        .isEqualTo(row.get("rng_seed").asText());
    return 1;
  }

  /** Nothing can be scored as there; a scheme with this seeding is refused where it is read. */
  private int checkFault(JsonNode row) {
    JsonNode configuration = configurations.get(row.get("config").asText());
    assertThat(configuration.get("params").get("seeding").asText()).isNotEqualTo("hash");
    assertThat(row.get("error").asText()).as(row.toString()).isEqualTo("TypeError");
    return 6;
  }

  private int checkScored(JsonNode row) {
    JsonNode configuration = configurations.get(row.get("config").asText());
    if (configuration.get("cls").asText().startsWith("Openai")) {
      checkOpenai(row, openai(configuration), key(configuration));
    } else {
      checkMaryland(row, maryland(configuration), key(configuration));
    }
    return 3;
  }

  private int checkRefused(JsonNode row) {
    JsonNode configuration = configurations.get(row.get("config").asText());
    boolean isOpenai = configuration.get("cls").asText().startsWith("Openai");
    KeyedScheme keyed =
        isOpenai
            ? openai(configuration).with(key(configuration))
            : maryland(configuration).with(key(configuration));
    long[] ids = sequence(row, configuration.get("V").asInt());
    assertThatThrownBy(() -> keyed.reference(ids, new long[0]))
        .as("%s %s", row.get("config"), row.get("seq"))
        .isInstanceOf(RefusedSequence.class)
        .hasMessageContaining("must hold scored tokens");
    return 4;
  }

  private void checkOpenai(JsonNode row, OpenaiScheme scheme, WatermarkKey key) {
    long[] ids = sequence(row, scheme.vocabularySize());
    OpenaiReference ours = OpenaiReference.of(scheme.with(key), ids);
    String what = "%s %s".formatted(row.get("config"), row.get("seq"));

    assertThat(ours.n()).as(what).isEqualTo(row.get("n").asLong());
    long[] draws = scores(scheme.with(key), scheme.scoringMethod(), ids);
    JsonNode increments = row.get("inc32");
    for (int i = 0; i < increments.size(); i++) {
      double increment = DrawScale.TORCH_FLOAT.score(draws[i]);
      assertClose(increment, increments.get(i).asDouble(), INCREMENT, what + " at " + i);
    }
    for (int i = 0; i < row.get("sum64").size(); i++) {
      assertClose(ours.scores()[i], row.get("sum64").get(i).asDouble(), INCREMENT, what);
      assertClose(ours.scores()[i], row.get("sum32").get(i).asDouble(), SUM, what);
    }
    for (int i = 0; i < row.get("p").size(); i++) {
      double sum = ours.scores()[i];
      assertThat(bits(row.get("p").get(i)))
          .as(what)
          .isBetween(
              PrintedTails.openai(scheme.tail(), ours.n(), sum * (1 + SUM)) * (1 - 1e-9),
              PrintedTails.openai(scheme.tail(), ours.n(), sum * (1 - SUM)) * (1 + 1e-9));
    }
    checkPayload(row, ours.payloads());
  }

  private void checkMaryland(JsonNode row, MarylandScheme scheme, WatermarkKey key) {
    long[] ids = sequence(row, scheme.vocabularySize());
    MarylandReference ours = MarylandReference.of(scheme.with(key), ids);
    String what = "%s %s".formatted(row.get("config"), row.get("seq"));

    assertThat(ours.n()).as(what).isEqualTo(row.get("n").asLong());
    StringBuilder flags = new StringBuilder();
    Arrays.stream(scores(scheme.with(key), scheme.scoringMethod(), ids)).forEach(flags::append);
    assertThat(flags.toString()).as(what).isEqualTo(row.get("flags").asText());
    for (int i = 0; i < row.get("score").size(); i++) {
      assertThat(ours.green()[i]).as(what).isEqualTo(row.get("score").get(i).asLong());
    }
    for (int i = 0; i < row.get("p").size(); i++) {
      double tail = PrintedTails.maryland(scheme.tail(), ours.n(), ours.green()[i], scheme.gamma());
      // SciPy takes the green count as a 32-bit float and reckons and answers in such.
      double relative = scheme.tail() == Tail.EXACT ? 5e-6 : 1e-10;
      assertClose(tail, bits(row.get("p").get(i)), relative, what);
    }
    checkPayload(row, ours.payloads());
  }

  private static void checkPayload(JsonNode row, PayloadFigures ours) {
    if (row.has("argmin_payload")) {
      assertThat(ours.payload()).isEqualTo(row.get("argmin_payload").asInt());
      assertThat(ours.corrected()).isEqualTo(Math.min(1, 64 * ours.least()));
    }
  }

  private static long[] scores(KeyedScheme keyed, ScoringMethod method, long[] ids) {
    ScoredTuples tuples = new ScoredTuples(method, keyed.firstPosition());
    PositionScorer scorer = keyed.scorer();
    long[] scores = new long[ids.length];
    int n = 0;
    for (int at = keyed.firstPosition() + 1; at < ids.length; at++) {
      if (tuples.add(ids, at)) {
        scores[n++] = scorer.scoreAt(ids, at);
      }
    }
    return Arrays.copyOf(scores, n);
  }

  private static OpenaiScheme openai(JsonNode row) {
    return new OpenaiScheme(
        row.get("V").asInt(),
        row.get("params").get("ngram").asInt(),
        0,
        row.get("payload_max").asInt(),
        method(row),
        tail(row));
  }

  private static MarylandScheme maryland(JsonNode row) {
    return new MarylandScheme(
        row.get("V").asInt(),
        row.get("params").get("ngram").asInt(),
        row.get("params").get("gamma").asDouble(),
        0,
        row.get("payload_max").asInt(),
        method(row),
        tail(row));
  }

  static ScoringMethod method(JsonNode row) {
    return ScoringMethod.valueOf(row.get("scoring_method").asText().toUpperCase(Locale.ROOT));
  }

  private static Tail tail(JsonNode row) {
    return row.get("cls").asText().endsWith("Z") ? Tail.NORMAL : Tail.EXACT;
  }

  private static WatermarkKey key(JsonNode row) {
    return WatermarkKey.of(row.get("params").get("seed").asLong());
  }

  private long[] sequence(JsonNode row, int vocabularySize) {
    long[] ids = row.has("ids") ? ids(row.get("ids")) : sequences.get(row.get("seq").asInt());
    return folded(ids, vocabularySize);
  }

  static long[] folded(long[] ids, int vocabularySize) {
    return Arrays.stream(ids).map(id -> Math.floorMod(id, vocabularySize)).toArray();
  }

  static Map<Integer, long[]> sequences(List<JsonNode> rows) {
    Map<Integer, long[]> sequences = new HashMap<>();
    rows.forEach(row -> sequences.put(row.get("id").asInt(), ids(row.get("ids"))));
    return sequences;
  }

  private static void assertClose(double ours, double expected, double relative, String what) {
    if (Double.isNaN(expected)) {
      assertThat(ours).as(what).isNaN();
    } else {
      assertThat(ours).as(what).isCloseTo(expected, within(relative * Math.abs(expected)));
    }
  }

  private static double bits(JsonNode hex) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(hex.asText(), 16));
  }

  private static long[] ids(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToLong(JsonNode::asLong).toArray();
  }
}
