package dev.stillmark.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.radioactivity.Figures;
import dev.stillmark.detection.radioactivity.MultiKeyScan;
import dev.stillmark.detection.radioactivity.OpenModelScore;
import dev.stillmark.detection.radioactivity.PooledScore;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.detection.watermark.kgw.KgwScheme;
import dev.stillmark.detection.watermark.synthid.MeanScore;
import dev.stillmark.detection.watermark.synthid.SamplingTable;
import dev.stillmark.detection.watermark.synthid.SynthIdDialect;
import dev.stillmark.detection.watermark.synthid.SynthIdScheme;
import dev.stillmark.detection.watermark.threebricks.OpenaiScheme;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds every path to the figures of the published radioactivity test. */
@Tag("shared-data")
class TrainedStudentsTest {

  private static final JsonNode KEYS = RadioactivityData.json("keys.json");

  private static final Map<String, WatermarkScheme> SCHEMES =
      Map.of(
          "kgw",
          new KgwScheme(4096, 0.25, KgwScheme.Seeding.LEFTHASH, 1, false, 0L, 5),
          "gumbel",
          OpenaiScheme.withDefaults(4096, 1),
          "synthid",
          new SynthIdScheme(
              new SynthIdDialect.Transformers(SamplingTable.draw(65_536, 0)),
              10,
              2,
              1024,
              null,
              SynthIdScheme.Mode.NON_DISTORTIONARY,
              new MeanScore(),
              4096));

  @Test
  void pooled_scores_are_the_published_ones_at_every_point_of_the_curve() {
    int runs = 0;
    double leastOfWrong = 0;
    for (JsonNode run : RadioactivityData.json("expected_results.json")) {
      WatermarkScheme scheme = SCHEMES.get(run.get("scheme").asText());
      PooledScore score = new PooledScore(scheme.with(key(run)), null);
      for (Output output : students(run.get("student").asText())) {
        score.add(output.ids(), output.promptIds());
      }

      List<Figures> points = new ArrayList<>(score.curveByItem());
      points.add(score.byItem());
      assertSameCurve(run, points);
      runs++;
      if (!run.get("key").asText().equals("true")) {
        leastOfWrong = Math.min(leastOfWrong, score.byItem().log10P());
      }
    }
    assertThat(runs).isEqualTo(46);
    assertThat(leastOfWrong).isGreaterThan(-3.15);
  }

  private static void assertSameCurve(JsonNode run, List<Figures> points) {
    int compared = 0;
    for (JsonNode expected : run.get("curve")) {
      for (Figures point : points) {
        if (point.tokens() == expected.get("tokens").asLong()) {
          String what = run.get("student") + " " + run.get("scheme") + " " + run.get("key");
          assertThat(point.scored()).as(what).isEqualTo(expected.get("scored").asLong());
          assertThat(point.log10P())
              .as(what + " after " + point.tokens())
              .isCloseTo(expected.get("log10p").asDouble(), within(0.01));
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(run.get("curve").size());
  }

  @Test
  void what_a_student_expects_in_reading_mode_scores_as_published() {
    int runs = 0;
    for (JsonNode run : RadioactivityData.json("expected_open_and_scan.json").get("open")) {
      String corpus = run.get("corpus").asText();
      WatermarkScheme scheme = SCHEMES.get(corpus);
      if (!run.has("student")) {
        continue;
      }
      OpenModelScore score = new OpenModelScore(scheme.with(trueKey(corpus)));
      for (JsonNode row :
          RadioactivityData.lines(
              "open_%s_on_%s.jsonl.gz".formatted(run.get("student").asText(), corpus))) {
        score.add(
            RadioactivityData.ids(row.get("ids")), RadioactivityData.ids(row.get("argmax_next")));
      }

      String what = run.get("student") + " on " + corpus;
      assertThat(score.byItem().scored()).as(what).isEqualTo(run.get("scored").asLong());
      assertThat(score.byItem().log10P())
          .as(what)
          .isCloseTo(run.get("log10p").asDouble(), within(0.01));
      runs++;
    }
    assertThat(runs).isEqualTo(11);
  }

  @Test
  void a_scan_of_a_hundred_keys_ranks_the_true_one_as_published() {
    WatermarkScheme scheme = SCHEMES.get("kgw");
    int runs = 0;
    for (JsonNode run : RadioactivityData.json("expected_open_and_scan.json").get("scan")) {
      MultiKeyScan scan = new MultiKeyScan(scheme, null);
      for (Output output : students(run.get("student").asText())) {
        scan.add(output.ids(), output.promptIds());
      }
      List<WatermarkKey> keys = new ArrayList<>();
      run.get("all").forEach(key -> keys.add(WatermarkKey.of(key.get(0).asLong())));

      List<Figures> scores = scan.score(keys);

      int rank = 1;
      for (int i = 0; i < scores.size(); i++) {
        assertThat(scores.get(i).scored()).isEqualTo(run.get("n_pairs").asLong());
        assertThat(scores.get(i).log10P())
            .isCloseTo(run.get("all").get(i).get(1).asDouble(), within(0.01));
        rank += scores.get(i).log10P() < run.get("true_log10p").asDouble() - 1e-9 ? 1 : 0;
      }
      assertThat(rank).as(run.get("student").asText()).isEqualTo(run.get("rank_of_true").asInt());
      runs++;
    }
    assertThat(runs).isEqualTo(5);
  }

  /** An output's ids and its prompt's, the latter without the leading special token. */
  private record Output(long[] ids, long[] promptIds) {}

  private static final Map<String, List<Output>> READ = new HashMap<>();

  private static List<Output> students(String name) {
    return READ.computeIfAbsent(
        name,
        student ->
            RadioactivityData.lines("student_%s.jsonl.gz".formatted(student)).stream()
                .map(row -> new Output(outputIds(row), promptIds(row)))
                .toList());
  }

  private static long[] outputIds(JsonNode row) {
    return RadioactivityData.ids(row.get("output_ids"));
  }

  /** Without the leading special token, which no scheme has seen. */
  private static long[] promptIds(JsonNode row) {
    long[] ids = RadioactivityData.ids(row.get("prompt_ids"));
    return Arrays.copyOfRange(ids, 1, ids.length);
  }

  private static WatermarkKey trueKey(String scheme) {
    JsonNode parameters = KEYS.get("schemes").get(scheme);
    return switch (scheme) {
      case "kgw" -> WatermarkKey.of(parameters.get("hashing_key").asLong());
      case "gumbel" -> WatermarkKey.of(parameters.get("seed").asLong());
      default -> words(parameters.get("keys"));
    };
  }

  private static WatermarkKey key(JsonNode run) {
    String name = run.get("key").asText();
    String scheme = run.get("scheme").asText();
    if (name.equals("true")) {
      return trueKey(scheme);
    }
    int number = name.charAt(name.length() - 1) - '0';
    JsonNode wrong = KEYS.get("wrong_keys_used").get(scheme).get(number);
    return wrong.isArray() ? words(wrong) : WatermarkKey.of(wrong.asLong());
  }

  private static WatermarkKey words(JsonNode keys) {
    return WatermarkKey.of(
        StreamSupport.stream(keys.spliterator(), false)
            .map(key -> BigInteger.valueOf(key.asLong()))
            .toList());
  }
}
