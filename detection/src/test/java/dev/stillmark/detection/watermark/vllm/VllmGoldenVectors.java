package dev.stillmark.detection.watermark.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.stats.CompensatedSum;
import dev.stillmark.detection.stats.GammaTail;
import dev.stillmark.detection.stats.RealGammaTail;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.vllm.VllmScheme.Variant;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Holds our figures against what vLLM's own code recorded, and counts the rows of each kind. */
final class VllmGoldenVectors {

  private static final double DUAL_TOLERANCE = 5e-9;

  private final Map<Integer, long[]> sequences = new HashMap<>();
  private final Map<Integer, long[]> generated = new HashMap<>();
  private final Map<String, Integer> checked = new TreeMap<>();

  VllmGoldenVectors(List<JsonNode> sequenceRows) {
    sequenceRows.forEach(row -> sequences.put(row.get("id").asInt(), ids(row.get("ids"))));
  }

  Map<String, Integer> check(List<JsonNode> rows) {
    for (JsonNode row : rows) {
      checked.merge(check(row), 1, Integer::sum);
    }
    return checked;
  }

  /** Returns the row's kind; "not ours" begins with what nobody can ask of us. */
  private String check(JsonNode row) {
    String kind = row.get("t").asText();
    switch (kind) {
      case "u2f" -> checkUniforms(row);
      case "philox" -> checkWords(row);
      case "derive" -> checkDerivation(row);
      case "gammaq" -> checkWholeTail(row);
      case "gammaincc" -> checkRealTail(row);
      case "gen" -> checkGeneration(row);
      case "gumbel" -> checkDetection(row, Variant.GUMBEL, 1e-9);
      case "dual" -> checkDetection(row, Variant.DUAL_KEY, DUAL_TOLERANCE);
      case "mask" -> {
        return checkMask(row);
      }
      case "err" -> {
        return checkError(row);
      }
      default -> {
        return "unreleased";
      }
    }
    return kind;
  }

  private static void checkUniforms(JsonNode row) {
    long[] words = ids(row.get("u32"));
    for (int i = 0; i < words.length; i++) {
      requireUniform((int) words[i], row.get("u").get(i));
    }
  }

  private static void requireUniform(int word, JsonNode bits) {
    int draw = VllmPrf.draw(word);
    float expected = Float.intBitsToFloat(Integer.parseUnsignedInt(bits.asText(), 16));

    assertThat(VllmEmbedder.uniform(draw)).isEqualTo(expected);
    double score =
        VllmScheme.gumbel().law() instanceof NullLaw.Uniform law ? law.scale().score(draw) : -1;
    assertThat(score).isEqualTo(-StrictMath.log1p(-(double) expected));
  }

  private static void checkWords(JsonNode row) {
    long[] context = ids(row.get("ctx"));
    VllmPrf function = new VllmPrf(bits(row.get("key")), context.length);
    int[] state = new int[4];
    function.absorb(context, context.length, state);
    long[] tokens = ids(row.get("tok"));
    long[] words = ids(row.get("u32"));
    for (int i = 0; i < tokens.length; i++) {
      int word = function.word(state, (int) tokens[i], new int[4]);

      assertThat(Integer.toUnsignedLong(word)).as("%s", row).isEqualTo(words[i]);
      requireUniform(word, row.get("u").get(i));
    }
  }

  private static void checkDerivation(JsonNode row) {
    VllmKey key = new VllmKey(bits(row.get("key")));

    assertThat(key.first()).as("%s", row).isEqualTo(new VllmKey(bits(row.get("a"))));
    assertThat(key.second()).as("%s", row).isEqualTo(new VllmKey(bits(row.get("b"))));
  }

  private static void checkWholeTail(JsonNode row) {
    long n = row.get("n").asLong();
    double p = n == 0 ? 1 : Math.pow(10, GammaTail.log10(n, number(row.get("score"))));

    requireP(row, p, 1e-9);
  }

  private static void checkRealTail(JsonNode row) {
    requireP(row, RealGammaTail.of(number(row.get("a")), number(row.get("x"))), DUAL_TOLERANCE);
  }

  /** What the generator left unmarked is what we would, and what it marked scores high. */
  private void checkGeneration(JsonNode row) {
    JsonNode configuration = row.get("cfg");
    long[] ids = ids(row.get("ids"));
    generated.put(row.get("wid").asInt(), ids);
    if (configuration.get("dedup").asText().equals("single_turn")) {
      int most = configuration.get("maxh").asInt(Integer.MAX_VALUE);
      requireRepeated(row, configuration.get("w").asInt(), most, ids, row.get("skipped"));
    }
  }

  private static String checkMask(JsonNode row) {
    if (!row.get("scope").asText().equals("single_turn")) {
      return "not ours: mask over the prompt";
    }
    int most = row.get("max_history").asInt(Integer.MAX_VALUE);
    requireRepeated(row, row.get("w").asInt(), most, ids(row.get("ids")), row.get("repeated"));
    return "mask";
  }

  private static void requireRepeated(
      JsonNode row, int width, int maxHistory, long[] ids, JsonNode expected) {
    RepeatedContexts repeated = new RepeatedContexts(width, maxHistory);
    for (int at = 0; at < expected.size(); at++) {
      assertThat(repeated.contains(ids, at))
          .as("%s at %d", row, at)
          .isEqualTo(expected.get(at).asInt() == 1);
    }
  }

  private void checkDetection(JsonNode row, Variant variant, double tolerance) {
    VllmScheme scheme =
        new VllmScheme(
            variant,
            row.path("alpha").asDouble(0),
            row.get("w").asInt(),
            row.get("dedup").asBoolean(),
            row.path("thr").asDouble(0.01));
    long[] ids =
        row.has("wid")
            ? generated.get(row.get("wid").asInt())
            : sequences.get(row.get("seq").asInt());
    WatermarkKey key = WatermarkKey.of(new BigInteger(row.get("key").asText()));
    ReferenceFigures ours = scheme.with(key).reference(ids, new long[0]);

    assertThat(ours.n()).as("%s", row).isEqualTo(row.get("n").asLong());
    double score = number(row.get("score"));
    assertThat(ours.score()).as("%s", row).isCloseTo(score, within(1e-15 * score));
    requireP(row, ours.p(), tolerance);
    assertThat(ours.prediction()).as("%s", row).isEqualTo(row.get("flag").asBoolean());
    requireSameScores(scheme, key, ids, row);
  }

  /** Without de-duplication the scorer's own integers add up to the reference's score. */
  private static void requireSameScores(
      VllmScheme scheme, WatermarkKey key, long[] ids, JsonNode row) {
    if (scheme.deduplicateContexts()) {
      return;
    }
    PositionScorer scorer = scheme.with(key).scorer();
    CompensatedSum sum = new CompensatedSum();
    for (int at = 0; at < ids.length; at++) {
      long score = scorer.scoreAt(ids, at);
      sum.add(
          switch (scheme.law()) {
            case NullLaw.Uniform law -> law.scale().score(score);
            case NullLaw.TwoUniforms law ->
                (1 - law.alpha()) * law.scale().score(NullLaw.TwoUniforms.first(score))
                    + law.alpha() * law.scale().score(NullLaw.TwoUniforms.second(score));
            default -> throw new IllegalStateException("no such law here");
          });
    }
    double expected = number(row.get("score"));
    assertThat(sum.value()).as("%s", row).isCloseTo(expected, within(1e-15 * expected));
  }

  private static void requireP(JsonNode row, double ours, double tolerance) {
    double expected = number(row.get("p"));

    // The last bits of a subnormal number are worth more than any tolerance.
    double step = Math.ulp(expected) < Double.MIN_NORMAL * 0x1p-40 ? 2 * Double.MIN_VALUE : 0;
    assertThat(ours).as("%s", row).isCloseTo(expected, within(tolerance * expected + step));
  }

  private static String checkError(JsonNode row) {
    String call = row.get("call").asText();
    if (REFUSED.containsKey(call)) {
      assertThat(row.has("error")).isTrue();
      assertThatThrownBy(REFUSED.get(call))
          .as(call)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching("(key|alpha|contextWidth|pValueThreshold) must be .* but .*");
      return "refused";
    }
    if (ACCEPTED.containsKey(call)) {
      ReferenceFigures ours =
          VllmScheme.gumbel().with(WatermarkKey.of(42)).reference(ACCEPTED.get(call), new long[0]);
      assertThat(row.get("ok").asText())
          .startsWith("WatermarkDetection(score=%s, p_value=".formatted(ours.score()))
          .endsWith("num_scored_tokens=%d, is_watermarked=False)".formatted(ours.n()));
      return "accepted";
    }
    return call.startsWith("Gumbel(42,17)") ? wide() : "not ours: error";
  }

  private static String wide() {
    scheme(17, 0.01).with(WatermarkKey.of(42));
    return "accepted";
  }

  private static final Map<String, long[]> ACCEPTED =
      Map.of(
          "Gumbel(42).detect([2**63-1])", new long[] {Long.MAX_VALUE},
          "Gumbel(42).detect([-2**63])", new long[] {Long.MIN_VALUE},
          "Gumbel(42).detect([])", new long[0]);

  private static final Map<String, ThrowingCallable> REFUSED =
      Map.ofEntries(
          Map.entry("PhiloxPRF(-1)", () -> gumbel(-1)),
          Map.entry("PhiloxPRF(2**64)", VllmGoldenVectors::tooLong),
          Map.entry("Gumbel(2**64)", VllmGoldenVectors::tooLong),
          Map.entry("Dual(2**64)", VllmGoldenVectors::tooLong),
          Map.entry("Dual(-1)", () -> VllmScheme.dualKey(0.1).with(WatermarkKey.of(-1))),
          Map.entry("Config(key=-1)", () -> gumbel(-1)),
          Map.entry("Config(key=2**64)", VllmGoldenVectors::tooLong),
          Map.entry("Gumbel(42,0)", () -> scheme(0, 0.01)),
          Map.entry("Gumbel(42,-3)", () -> scheme(-3, 0.01)),
          Map.entry("Config(key=1,context_width=0)", () -> scheme(0, 0.01)),
          Map.entry("Gumbel(42,4,0)", () -> scheme(4, 0)),
          Map.entry("Gumbel(42,4,1)", () -> scheme(4, 1)),
          Map.entry("Gumbel(42,4,1.5)", () -> scheme(4, 1.5)),
          Map.entry("Gumbel(42,4,nan)", () -> scheme(4, Double.NaN)),
          Map.entry("Dual(42,alpha=-0.1)", () -> VllmScheme.dualKey(-0.1)),
          Map.entry("Dual(42,alpha=1.1)", () -> VllmScheme.dualKey(1.1)),
          Map.entry("Dual(42,alpha=nan)", () -> VllmScheme.dualKey(Double.NaN)),
          Map.entry("Config(key=1,alpha=2)", () -> VllmScheme.dualKey(2)));

  private static VllmScheme scheme(int contextWidth, double threshold) {
    return new VllmScheme(Variant.GUMBEL, 0, contextWidth, true, threshold);
  }

  private static void gumbel(long key) {
    VllmScheme.gumbel().with(WatermarkKey.of(key));
  }

  private static void tooLong() {
    VllmScheme.gumbel().with(WatermarkKey.of(BigInteger.ONE.shiftLeft(64)));
  }

  private static long bits(JsonNode decimal) {
    return Long.parseUnsignedLong(decimal.asText());
  }

  private static double number(JsonNode hex) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(hex.asText(), 16));
  }

  private static long[] ids(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToLong(JsonNode::asLong).toArray();
  }
}
