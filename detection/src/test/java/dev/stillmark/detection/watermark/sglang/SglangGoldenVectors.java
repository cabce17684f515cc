package dev.stillmark.detection.watermark.sglang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.sglang.SglangScheme.Variant;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Holds our figures against what SGLang's own code recorded, and counts the rows of each kind. */
final class SglangGoldenVectors {

  private final Map<Integer, long[]> sequences = new HashMap<>();
  private final Map<Integer, long[]> generated = new HashMap<>();

  SglangGoldenVectors(List<JsonNode> sequenceRows) {
    sequenceRows.forEach(row -> sequences.put(row.get("id").asInt(), ids(row.get("ids"))));
  }

  Map<String, Integer> check(List<JsonNode> rows) {
    Map<String, Integer> checked = new TreeMap<>();
    for (JsonNode row : rows) {
      checked.merge(check(row), 1, Integer::sum);
    }
    return checked;
  }

  private String check(JsonNode row) {
    String kind = row.get("t").asText();
    return switch (kind) {
      case "key" -> checkKey(row);
      case "ctxhash" -> checkContextHash(row);
      case "hash" -> checkTokenHashes(row);
      case "coin" -> checkCoin(row);
      case "gen" -> checkGeneration(row);
      case "detect" -> row.has("error") ? checkRefusal(row) : checkDetection(row);
      case "err" -> checkError(row);
      default -> throw new IllegalStateException("unknown kind " + kind);
    };
  }

  private static String checkKey(JsonNode row) {
    long signed = SglangKey.parse(row.get("key").asText()).longValue();

    assertThat(signed).as("%s", row).isEqualTo(row.get("signed").asLong());
    return "key";
  }

  private static String checkContextHash(JsonNode row) {
    long[] context = ids(row.get("ctx"));
    int hash = KeyState.contextHash(context, 0, context.length);

    assertThat(Integer.toUnsignedLong(hash)).as("%s", row).isEqualTo(row.get("h").asLong());
    return "ctxhash";
  }

  private static String checkTokenHashes(JsonNode row) {
    int state = key(row, "key").after((int) row.get("ctxhash").asLong());
    long[] tokens = ids(row.get("tok"));
    for (int i = 0; i < tokens.length; i++) {
      long draw = Integer.toUnsignedLong(KeyState.draw(state, (int) tokens[i]));
      double score = number(row.get("score").get(i));

      assertThat(draw).as("%s", row).isEqualTo(row.get("h").get(i).asLong());
      assertThat(DrawScale.SGLANG_WORD.score(draw)).isCloseTo(score, within(1e-15 * score));
    }
    return "hash";
  }

  private static String checkCoin(JsonNode row) {
    KeyState both = key(row, "a").and(SglangKey.parse(row.get("b").asText()));
    int coin = both.coin((int) row.get("ctxhash").asLong());

    assertThat(Integer.toUnsignedLong(coin)).as("%s", row).isEqualTo(row.get("h").asLong());
    return "coin";
  }

  /** What the generator marked is what we would, where a limit on probabilities is not set. */
  private String checkGeneration(JsonNode row) {
    JsonNode configuration = row.get("cfg");
    long[] prompt = ids(configuration.get("prompt"));
    long[] ids = ids(row.get("ids"));
    generated.put(row.get("wid").asInt(), ids);
    if (configuration.has("maxp")) {
      return "gen, not ours: marking";
    }
    ForcedContexts forced =
        new ForcedContexts(configuration.get("w").asInt(), configuration.path("cap").asInt(4096));
    long[] all = new long[prompt.length + ids.length];
    System.arraycopy(prompt, 0, all, 0, prompt.length);
    System.arraycopy(ids, 0, all, prompt.length, ids.length);
    for (int i = 0; i < ids.length; i++) {
      assertThat(forced.isForced(all, prompt.length, prompt.length + i))
          .as("wid %s at %d", row.get("wid"), i)
          .isEqualTo(row.get("forced").get(i).asInt() == 1);
    }
    return "gen";
  }

  private String checkDetection(JsonNode row) {
    SglangReference ours = SglangReference.of(draws(row), sequence(row), ids(row.get("prompt")));

    requireStatistics(row, "combined", Optional.of(ours.combined()));
    requireStatistics(row, "a_all", Optional.of(ours.allUnderFirst()));
    requireStatistics(row, "b_all", ours.allUnderSecond());
    requireStatistics(row, "a_part", ours.partOfFirst());
    requireStatistics(row, "b_part", ours.partOfSecond());
    assertThat(ours.limitReached()).as("%s", row).isEqualTo(row.get("limit").asBoolean());
    assertThat(ours.examined()).as("%s", row).isEqualTo(row.get("examined").asInt());
    assertThat(ours.repeated()).as("%s", row).isEqualTo(row.get("repeated").asInt());
    assertThat(ours.skipped()).as("%s", row).isEqualTo(row.get("skipped").asInt());
    return "detect";
  }

  private static void requireStatistics(
      JsonNode row, String field, Optional<SglangStatistics> optional) {
    JsonNode expected = row.get(field);
    assertThat(optional.isPresent()).as("%s", row).isEqualTo(!expected.isNull());
    if (expected.isNull()) {
      return;
    }
    SglangStatistics ours = optional.orElseThrow();
    double score = number(expected.get(1));
    double z = number(expected.get(2));
    double p = number(expected.get(3));
    double logP = number(expected.get(4));
    assertThat(ours.contexts()).as("%s", row).isEqualTo(expected.get(0).asLong());
    assertThat(ours.score()).as("%s", row).isCloseTo(score, within(1e-15 * score));
    assertThat(ours.z()).as("%s", row).isCloseTo(z, within(1e-15 * (1 + score)));
    assertThat(ours.p()).as("%s", row).isCloseTo(p, within(1e-9 * p + 100 * Double.MIN_VALUE));
    assertThat(ours.logP())
        .as("%s", row)
        .isCloseTo(logP, within(1e-9 * Math.max(1e-3, Math.abs(logP))));
  }

  private String checkRefusal(JsonNode row) {
    long[] prompt = ids(row.get("prompt"));
    SglangDraws draws = draws(row);
    long[] sequence = sequence(row);

    assertThatThrownBy(() -> SglangReference.of(draws, sequence, prompt))
        .isInstanceOfSatisfying(
            RefusedSequence.class, e -> assertThat(e.rule()).isEqualTo("token-out-of-range"))
        .hasMessageStartingWith("token ids must be within 0..2^32-1");
    return "refused sequence";
  }

  private static String checkError(JsonNode row) {
    String call = row.get("call").asText();
    if (REFUSED.containsKey(call)) {
      assertThatThrownBy(REFUSED.get(call))
          .as(call)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching(MESSAGES);
      return "refused";
    }
    return switch (call) {
      case "key '0XfF'" -> {
        assertThat(SglangKey.parse("0XfF")).isEqualTo(BigInteger.valueOf(255));
        yield "accepted";
      }
      case "empty" -> {
        assertThat(reference().combined()).isEqualTo(new SglangStatistics(0, 0, 0, 1, 0));
        yield "accepted";
      }
      default -> "not ours: a type that JSON keeps apart";
    };
  }

  private static final String MESSAGES =
      "(key|mixingProbability|contextWindow|maxContexts|token ids) must .* but .*";

  private static final Map<String, ThrowingCallable> REFUSED =
      Map.ofEntries(
          Map.entry("key ''", () -> SglangKey.parse("")),
          Map.entry("key '0x'", () -> SglangKey.parse("0x")),
          Map.entry("key 17 digits", () -> SglangKey.parse("0".repeat(17))),
          Map.entry("key 'g'", () -> SglangKey.parse("g")),
          Map.entry("mix 0", () -> new SglangScheme(Variant.DUAL_KEY, 0, 4, 4096)),
          Map.entry("mix 1", () -> new SglangScheme(Variant.DUAL_KEY, 1, 4, 4096)),
          Map.entry("w 0", () -> new SglangScheme(Variant.GUMBEL, 1, 0, 4096)),
          Map.entry("w 65", () -> new SglangScheme(Variant.GUMBEL, 1, 65, 4096)),
          Map.entry("mc 4097", () -> new SglangScheme(Variant.GUMBEL, 1, 4, 4097)),
          Map.entry("tok -1", () -> reference(-1)),
          Map.entry("tok 2**32", () -> reference(1L << 32)));

  private static SglangReference reference(long... ids) {
    SglangDraws draws = SglangScheme.gumbel().with(WatermarkKey.of(42));
    return SglangReference.of(draws, ids, new long[0]);
  }

  private long[] sequence(JsonNode row) {
    return row.has("wid")
        ? generated.get(row.get("wid").asInt())
        : sequences.get(row.get("seq").asInt());
  }

  private static SglangDraws draws(JsonNode row) {
    BigInteger first = SglangKey.parse(row.get("key").asText());
    int window = row.get("w").asInt();
    int most = row.get("max_contexts").asInt();
    if (row.get("key_b").isNull()) {
      return new SglangScheme(Variant.GUMBEL, 1, window, most).with(WatermarkKey.of(first));
    }
    BigInteger second = SglangKey.parse(row.get("key_b").asText());
    double mix = row.get("mix").asDouble();
    return new SglangScheme(Variant.DUAL_KEY, mix, window, most)
        .with(WatermarkKey.of(List.of(first, second)));
  }

  private static KeyState key(JsonNode row, String field) {
    return KeyState.of(SglangKey.parse(row.get(field).asText()));
  }

  private static double number(JsonNode hex) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(hex.asText(), 16));
  }

  private static long[] ids(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToLong(JsonNode::asLong).toArray();
  }
}
