package dev.stillmark.detection.watermark.threebricks;

import static dev.stillmark.detection.watermark.threebricks.ThreeBricksGoldenVectors.folded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ScoredTuples;
import dev.stillmark.detection.watermark.ScoringMethod;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** One recorded run of the pooled radioactivity test (closed model, prompt and data filters). */
final class PooledGoldenRow {

  private static final int PROMPT = 15;
  private static final int TRAINING_SEQUENCES = 18;

  private final JsonNode row;
  private final int window;
  private final boolean isOpenai;
  private final List<long[]> outputs;
  private final StringBuilder mask = new StringBuilder();
  private final List<Double> increments = new ArrayList<>();

  PooledGoldenRow(JsonNode row, Map<Integer, long[]> sequences) {
    this.row = row;
    this.window = row.get("params").get("ngram").asInt();
    this.isOpenai = row.get("chunked").asText().contains("openai");
    this.outputs =
        StreamSupport.stream(row.get("seqs").spliterator(), false)
            .map(id -> folded(sequences.get(id.asInt()), row.get("V").asInt()))
            .toList();
  }

  void check() {
    score();
    double sum = increments.stream().mapToDouble(Double::doubleValue).sum();
    double score = row.get("score").asDouble();

    assertThat(mask.toString()).isEqualTo(row.get("mask").asText());
    assertThat(increments).hasSize(row.get("n").asInt());
    assertThat(sum).isCloseTo(score, within(isOpenai ? 1.3e-7 * score : 0));
    assertThat(tail(increments.size(), score))
        .isCloseTo(row.get("p_final").asDouble(), within(1e-9));
    checkCurve();
  }

  private void checkCurve() {
    double sum = 0;
    int checked = 0;
    for (int at = 0; at < increments.size(); at++) {
      sum += increments.get(at);
      JsonNode expected = row.get("p_at").get(Integer.toString(at));
      if (expected != null) {
        double p = expected.asDouble();
        assertThat(tail(at + 1, sum)).as("at %d", at).isCloseTo(p, within(1e-5 * p));
        checked++;
      }
    }
    assertThat(checked).isEqualTo(row.get("p_at").size());
  }

  private void score() {
    KeyedScheme keyed = keyed();
    PositionScorer scorer = keyed.scorer();
    ScoringMethod method = ThreeBricksGoldenVectors.method(row);
    ScoredTuples tuples = new ScoredTuples(method, window);
    Set<LongBuffer> training = training();
    for (long[] ids : outputs) {
      Set<LongBuffer> prompt = windows(ids, Math.min(PROMPT, ids.length) - window);
      for (int at = window + 1; at < ids.length; at++) {
        LongBuffer context = LongBuffer.wrap(ids, at - window, window);
        boolean filtered = prompt.contains(context) || !training.contains(context);
        boolean scored = (method == ScoringMethod.NONE || !filtered) && tuples.add(ids, at);
        mask.append(scored ? '1' : '0');
        if (scored) {
          long points = scorer.scoreAt(ids, at);
          increments.add(isOpenai ? DrawScale.TORCH_FLOAT.score(points) : points);
        }
      }
    }
  }

  /** Without a filter every window counts as seen in training. */
  private Set<LongBuffer> training() {
    int count = row.get("filter").isNull() ? outputs.size() : TRAINING_SEQUENCES;
    Set<LongBuffer> training = new HashSet<>();
    outputs
        .subList(0, count)
        .forEach(ids -> training.addAll(windows(ids, ids.length - window + 1)));
    return training;
  }

  private Set<LongBuffer> windows(long[] ids, int count) {
    Set<LongBuffer> windows = new HashSet<>();
    for (int start = 0; start < count; start++) {
      windows.add(LongBuffer.wrap(ids, start, window));
    }
    return windows;
  }

  private KeyedScheme keyed() {
    int v = row.get("V").asInt();
    WatermarkKey key = WatermarkKey.of(row.get("params").get("seed").asLong());
    return isOpenai
        ? OpenaiScheme.withDefaults(v, window).with(key)
        : new MarylandScheme(v, window, gamma(), 0, 0, ScoringMethod.V2, Tail.EXACT).with(key);
  }

  private double gamma() {
    return row.get("params").get("gamma").asDouble();
  }

  private double tail(long n, double score) {
    return isOpenai
        ? PrintedTails.openai(Tail.EXACT, n, score)
        : PrintedTails.maryland(Tail.EXACT, n, (long) score, gamma());
  }
}
