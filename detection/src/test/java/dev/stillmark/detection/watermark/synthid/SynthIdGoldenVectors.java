package dev.stillmark.detection.watermark.synthid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.Sha256;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.synthid.SynthIdScheme.Mode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/** Holds our figures against what the reference implementations recorded. */
final class SynthIdGoldenVectors {

  private static final long EOS = 50_256;

  private final Map<Integer, long[]> sequences = new HashMap<>();
  private final Map<String, JsonNode> configurations = new HashMap<>();
  private final Map<String, BayesianScore> bayesian = new HashMap<>();
  private final Map<String, GValues> values = new HashMap<>();

  /** Sequences by id, for rows that do not hold their ids themselves. */
  SynthIdGoldenVectors(List<JsonNode> sequenceRows) {
    sequenceRows.forEach(row -> sequences.put(row.get("id").asInt(), ids(row.get("ids"))));
  }

  record Checked(int configurations, int scored, int posteriors, int refused, int hashes) {}

  Checked check(List<JsonNode> rows) {
    int[] counts = new int[5];
    for (JsonNode row : rows) {
      if (row.has("lcg_init")) {
        checkHash(row);
        counts[4]++;
      } else if (row.has("bayes_params")) {
        bayesian.put(row.get("bayes_params").asText(), bayesian(row));
      } else if (row.has("params")) {
        configurations.put(row.get("config").asText(), row);
        checkConfiguration(row);
        counts[0]++;
      } else if (row.has("error")) {
        checkRefusal(row);
        counts[3]++;
      } else if (row.has("score")) {
        checkMarkLlm(row);
        counts[1]++;
      } else if (row.has("g")) {
        checkSequence(row);
        counts[1]++;
        counts[2] += row.has("bayes32") ? 1 : 0;
      }
    }
    return new Checked(counts[0], counts[1], counts[2], counts[3], counts[4]);
  }

  private static void checkHash(JsonNode row) {
    long[] data = ids(row.get("data"));

    long hash = NgramHash.accumulate(row.get("lcg_init").asLong(), data, 0, data.length);

    assertThat(hash).isEqualTo(Long.parseLong(row.get("hash").asText()));
  }

  private void checkConfiguration(JsonNode row) {
    SynthIdScheme scheme = scheme(row, new MeanScore());
    switch (scheme.dialect()) {
      case SynthIdDialect.Transformers(SamplingTable table) -> {
        if (row.has("table_sha_bits_le")) {
          assertThat(Sha256.hex(table.packed())).isEqualTo(row.get("table_sha_bits_le").asText());
        }
      }
      case SynthIdDialect.DeepMind2025 dialect ->
          assertThat(dialect.initialHash(keys(row)))
              .isEqualTo(Long.parseLong(row.get("hash_iv").asText()));
    }
  }

  private void checkRefusal(JsonNode row) {
    long[] tokens = tokens(row);
    GValues values = values(row);

    assertThatThrownBy(() -> values.reference(tokens, new long[0]))
        .isInstanceOf(RefusedSequence.class)
        .hasMessage(
            "a sequence must hold at least ngramLength = %d tokens but holds %d",
            values.scheme().ngramLength(), tokens.length)
        .extracting(refused -> ((RefusedSequence) refused).rule())
        .isEqualTo("too-short");
  }

  private void checkSequence(JsonNode row) {
    String what = row.get("config").asText() + " " + row.get("seq");
    long[] tokens = tokens(row);
    GValues values = values(row);
    checkGValues(row, values, tokens, what);
    checkMasks(row, values, tokens, what);
    checkScores(row, tokens, what);
  }

  private static void checkGValues(JsonNode row, GValues values, long[] tokens, String what) {
    int depth = values.scheme().depth();
    int count = tokens.length - values.firstPosition();
    byte[] all = new byte[count * depth];
    StringBuilder head = new StringBuilder();
    for (int i = 0; i < count; i++) {
      long hash = values.hashAt(tokens, values.firstPosition() + i);
      long mask = values.mask(hash);
      for (int layer = 0; layer < depth; layer++) {
        all[i * depth + layer] = (byte) (mask >>> layer & 1);
        head.append(i < 24 ? mask >>> layer & 1 : "");
      }
      head.append(i < Math.min(24, count) - 1 ? "/" : "");
    }

    assertThat(count).as(what).isEqualTo(row.get("n").asInt());
    assertThat(head.toString()).as(what).isEqualTo(row.get("g").asText());
    assertThat(Sha256.hex(all)).as(what).isEqualTo(row.get("g_sha").asText());
  }

  private void checkMasks(JsonNode row, GValues values, long[] tokens, String what) {
    SequenceMasks masks = SequenceMasks.of(values, tokens);
    boolean[] combined = new boolean[masks.fresh().length];
    for (int i = 0; i < combined.length; i++) {
      combined[i] = masks.isScored(i, Mode.NON_DISTORTIONARY);
    }
    long[] keys = keys(configurations.get(row.get("config").asText()));
    long hash = values.hashAt(tokens, values.firstPosition());
    List<String> layerKeys =
        LongStream.of(keys)
            .limit(3)
            .mapToObj(key -> Long.toString(NgramHash.accumulate(hash, key)))
            .toList();

    assertThat(bits(masks.fresh())).as(what).isEqualTo(row.get("mask").asText());
    assertThat(bits(masks.beforeEos())).as(what).isEqualTo(row.get("eos").asText());
    assertThat(bits(combined)).as(what).isEqualTo(row.get("comb").asText());
    assertThat(layerKeys).as(what).isEqualTo(texts(row.get("keys0")));
  }

  private void checkScores(JsonNode row, long[] tokens, String what) {
    ReferenceFigures mean = figures(row, new MeanScore(), tokens);
    ReferenceFigures weighted = figures(row, new WeightedMeanScore(), tokens);
    double mean64 = fromBits(row.get("mean64"));

    assertThat(mean.n()).as(what).isEqualTo(row.get("n_unmasked").asLong());
    assertThat(mean.score()).as(what).isEqualTo(Double.valueOf(mean64));
    assertThat(mean.prediction()).as(what).isEqualTo(mean64 > 0.52);
    assertClose(weighted.score(), fromBits(row.get("wmean64")), 1e-14, what);
    assertThat(mean.score().floatValue())
        .as(what)
        .isEqualTo(Float.valueOf((float) number(row.get("mean32"))));
    assertClose(weighted.score(), number(row.get("wmean32")), 1e-6, what);
    if (row.has("bayes32")) {
      String params = configurations.get(row.get("config").asText()).at("/params/bayes").asText();
      ReferenceFigures posterior = figures(row, bayesian.get(params), tokens);
      assertClose(posterior.score(), number(row.get("bayes32")), 1e-5, what);
      assertThat(posterior.prediction()).isNull();
    }
  }

  private void checkMarkLlm(JsonNode row) {
    String what = row.get("config").asText() + " " + row.get("seq");
    GValues values = values(row);

    ReferenceFigures figures = values.reference(folded(row), new long[0]);

    double score = fromBits(row.get("score"));
    switch (values.scheme().referenceScore()) {
      case MeanScore _ -> assertThat(figures.score()).as(what).isEqualTo(Double.valueOf(score));
      case WeightedMeanScore _ -> assertClose(figures.score(), score, 1e-14, what);
      case BayesianScore _ -> throw new IllegalStateException(what);
    }
    assertThat(figures.prediction()).as(what).isEqualTo(row.get("pred").asBoolean());
  }

  /** These rows were recorded with a tokenizer that folds ids into its vocabulary. */
  private long[] folded(JsonNode row) {
    int vocabulary = configurations.get(row.get("config").asText()).get("V").asInt();
    return LongStream.of(tokens(row)).map(id -> Math.floorMod(id, vocabulary)).toArray();
  }

  private static void assertClose(double actual, double expected, double tolerance, String what) {
    if (Double.isNaN(expected)) {
      assertThat(actual).as(what).isNaN();
    } else {
      assertThat(actual).as(what).isCloseTo(expected, within(tolerance));
    }
  }

  private ReferenceFigures figures(JsonNode row, ReferenceScore score, long[] tokens) {
    JsonNode configuration = configurations.get(row.get("config").asText());
    return keyed(configuration, score).reference(tokens, new long[0]);
  }

  private GValues values(JsonNode row) {
    String name = row.get("config").asText();
    JsonNode configuration = configurations.get(name);
    boolean weighted = configuration.at("/params/detector_type").asText().equals("weighted_mean");
    ReferenceScore score = weighted ? new WeightedMeanScore() : new MeanScore();
    return keyed(configuration, score);
  }

  private GValues keyed(JsonNode configuration, ReferenceScore score) {
    String name = configuration.get("config").asText() + score.label();
    return values.computeIfAbsent(
        name, _ -> scheme(configuration, score).with(Schemes.key(keys(configuration))));
  }

  private static SynthIdScheme scheme(JsonNode row, ReferenceScore score) {
    JsonNode params = row.get("params");
    boolean distortionary = params.path("watermark_mode").asText().equals("distortionary");
    return new SynthIdScheme(
        dialect(params),
        params.get("keys").size(),
        params.get("ngram_len").asInt(),
        params.get("context_history_size").asInt(),
        EOS,
        distortionary ? Mode.DISTORTIONARY : Mode.NON_DISTORTIONARY,
        score,
        null);
  }

  private static SynthIdDialect dialect(JsonNode params) {
    if (!params.has("sampling_table_size")) {
      return new SynthIdDialect.DeepMind2025();
    }
    long seed = new BigInteger(params.get("sampling_table_seed").asText()).longValue();
    return new SynthIdDialect.Transformers(
        SamplingTable.draw(params.get("sampling_table_size").asInt(), seed));
  }

  private static BayesianScore bayesian(JsonNode row) {
    List<List<Double>> delta = new ArrayList<>();
    row.get("delta").forEach(line -> delta.add(numbers(line)));
    return new BayesianScore(numbers(row.get("beta")), delta, row.get("prior").get(0).asDouble());
  }

  private static long[] keys(JsonNode configuration) {
    return texts(configuration.at("/params/keys")).stream().mapToLong(Long::parseLong).toArray();
  }

  private long[] tokens(JsonNode row) {
    return row.has("ids") ? ids(row.get("ids")) : sequences.get(row.get("seq").asInt());
  }

  private static String bits(boolean[] flags) {
    StringBuilder bits = new StringBuilder();
    for (boolean flag : flags) {
      bits.append(flag ? '1' : '0');
    }
    return bits.toString();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<Double> numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asDouble).toList();
  }

  private static double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : Double.NaN;
  }

  private static double fromBits(JsonNode hex) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(hex.asText(), 16));
  }

  private static long[] ids(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToLong(JsonNode::asLong).toArray();
  }
}
