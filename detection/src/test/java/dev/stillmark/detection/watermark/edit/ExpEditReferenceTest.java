package dev.stillmark.detection.watermark.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.GoldenFile;
import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.GoldenRow;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExpEditReferenceTest {

  @Test
  void equals_the_reference_over_generated_ids() {
    assertThat(check(GoldenFile.own("kuditipudi.jsonl.gz"), Map.of()))
        .isEqualTo(new Checked(33, 4));
  }

  @Test
  @Tag("shared-data")
  void equals_the_reference_over_real_text() {
    var sequences = GoldenRow.sequences(GoldenFile.shared("sequences.jsonl.gz"));

    assertThat(check(GoldenFile.shared("kuditipudi.jsonl.gz"), sequences))
        .isEqualTo(new Checked(51, 4));
  }

  private record Checked(int texts, int generators) {}

  private static Checked check(List<JsonNode> rows, Map<Integer, long[]> sequences) {
    int texts = 0;
    int generators = 0;
    for (JsonNode row : rows) {
      if (row.has("stat")) {
        checkText(row, sequences);
        texts++;
      } else {
        checkGenerator(row);
        generators++;
      }
    }
    return new Checked(texts, generators);
  }

  /** The first m tokens of a sequence, folded into the vocabulary. */
  private static void checkText(JsonNode row, Map<Integer, long[]> sequences) {
    int vocabSize = row.get("V").asInt();
    long[] ids =
        Arrays.stream(GoldenRow.ids(row, sequences))
            .limit(row.get("m").asInt())
            .map(id -> Math.floorMod(id, vocabSize))
            .toArray();
    int n = row.get("n").asInt();
    WatermarkKey key = WatermarkKey.of(row.get("key").asLong());
    ExpEditScheme scheme = new ExpEditScheme(vocabSize, n, 0);

    EditResult result = scheme.detect(key, ids, 10, 0);

    String what = "key %s, V %d, seq %s".formatted(row.get("key"), vocabSize, row.get("seq"));
    assertThat(result.statistic()).as(what).isEqualTo(GoldenRow.fromBits(row.get("stat_hex")));
    assertThat(new ExpEditScheme(vocabSize, n, 0.5).statistic(key, ids))
        .as(what)
        .isEqualTo(row.get("gamma0.5").asDouble());
    assertThat(scheme.nullStatistics(ids, 10, 0))
        .as(what)
        .containsExactly(doubles(row.get("null10")));
    assertThat(result.referenceP()).as(what).isEqualTo(row.get("p10").asDouble());
    assertThat(result.p()).as(what).isEqualTo(result.referenceP());
  }

  /** Uniforms, the integers behind them, and a permutation of ten from a fresh generator. */
  private static void checkGenerator(JsonNode row) {
    TorchGenerator generator = TorchGenerator.seededWith((int) row.get("key").asLong());
    for (JsonNode expected : row.get("rand")) {
      assertThat(Integer.toUnsignedLong(generator.nextInt()) * 0x1p-32)
          .isEqualTo(expected.asDouble());
    }
    for (JsonNode expected : row.get("randint")) {
      assertThat(Integer.toUnsignedLong(generator.nextInt())).isEqualTo(expected.asLong());
    }
    TorchGenerator fresh = TorchGenerator.seededWith((int) row.get("key").asLong());
    int[] order = IntStream.range(0, 10).toArray();
    for (int i = 9; i > 0; i--) {
      int other = Integer.remainderUnsigned(fresh.nextInt(), i);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    assertThat(Arrays.stream(order).asDoubleStream().toArray())
        .containsExactly(doubles(row.get("randperm10")));
  }

  private static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
