package dev.stillmark.detection.watermark.unigram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.GoldenFile;
import dev.stillmark.detection.Sha256;
import dev.stillmark.detection.watermark.GoldenRow;
import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.unigram.UnigramScheme.Dialect;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UnigramReferenceTest {

  @Test
  void equals_the_repository_over_generated_ids() {
    assertThat(new Vectors(Map.of()).check(GoldenFile.own("unigram_repo.jsonl.gz")))
        .isEqualTo(new Checked(4, 112, 12));
  }

  @Test
  void equals_markllm_over_generated_ids() {
    assertThat(new Vectors(Map.of()).check(GoldenFile.own("markllm_unigram.jsonl.gz")))
        .isEqualTo(new Checked(3, 90, 3));
  }

  @Test
  @Tag("shared-data")
  void equals_the_repository_over_real_text() {
    assertThat(new Vectors(sharedSequences()).check(GoldenFile.shared("unigram_repo.jsonl.gz")))
        .isEqualTo(new Checked(4, 352, 12));
  }

  @Test
  @Tag("shared-data")
  void equals_markllm_over_real_text() {
    List<JsonNode> rows =
        GoldenFile.shared("markllm.jsonl.gz").stream()
            .filter(row -> row.get("config").asText().startsWith("Unigram"))
            .toList();

    assertThat(new Vectors(sharedSequences()).check(rows)).isEqualTo(new Checked(3, 162, 3));
  }

  private static Map<Integer, long[]> sharedSequences() {
    return GoldenRow.sequences(GoldenFile.shared("sequences.jsonl.gz"));
  }

  private record Checked(int lists, int scored, int refused) {}

  private static final class Vectors {

    private final Map<Integer, long[]> sequences;
    private final Map<String, UnigramList> lists = new HashMap<>();

    Vectors(Map<Integer, long[]> sequences) {
      this.sequences = sequences;
    }

    Checked check(List<JsonNode> rows) {
      int scored = 0;
      int refused = 0;
      for (JsonNode row : rows) {
        if (row.has("V")) {
          configure(row);
        } else if (row.has("error")) {
          checkRefusal(row);
          refused++;
        } else {
          checkScores(row);
          scored++;
        }
      }
      return new Checked(lists.size(), scored, refused);
    }

    private void configure(JsonNode row) {
      boolean repository = !row.has("params");
      JsonNode params = repository ? row : row.get("params");
      UnigramScheme scheme =
          new UnigramScheme(
              repository ? Dialect.UNIGRAM_REPO : Dialect.MARKLLM,
              row.get("V").asInt(),
              params.get(repository ? "fraction" : "gamma").asDouble());
      long key = params.get(repository ? "key" : "hash_key").asLong();
      UnigramList list = scheme.with(WatermarkKey.of(key));
      if (repository) {
        assertThat(Sha256.hex(list.mask().bytes())).isEqualTo(row.get("mask_sha").asText());
      }
      lists.put(row.get("config").asText(), list);
    }

    private UnigramList list(JsonNode row) {
      return lists.get(row.get("config").asText());
    }

    /** MarkLLM's rows were recorded over ids folded into the vocabulary. */
    private long[] ids(JsonNode row) {
      UnigramScheme scheme = list(row).scheme();
      LongStream ids = Arrays.stream(GoldenRow.ids(row, sequences));
      return scheme.dialect() == Dialect.MARKLLM
          ? ids.map(id -> Math.floorMod(id, scheme.vocabSize())).toArray()
          : ids.toArray();
    }

    private void checkRefusal(JsonNode row) {
      String rule = row.get("error").asText().equals("IndexError") ? "out-of-vocabulary" : "empty";
      assertThatThrownBy(() -> list(row).reference(ids(row), new long[0]))
          .isInstanceOfSatisfying(
              RefusedSequence.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    private void checkScores(JsonNode row) {
      UnigramList list = list(row);
      long[] ids = ids(row);
      UnigramReference ours = UnigramReference.of(list.scheme(), list.mask(), ids);
      String what = "%s %s".formatted(row.get("config"), row.get("seq"));
      if (row.has("flags")) {
        assertThat(ours.z()).as(what).isEqualTo(GoldenRow.fromBits(row.get("score")));
        assertThat(ours.prediction()).as(what).isEqualTo(row.get("pred").asBoolean());
        assertThat(flags(list, ids)).as(what).isEqualTo(row.get("flags").asText());
      } else {
        assertThat(ours.greenTokens()).as(what).isEqualTo(row.get("green").asLong());
        assertThat(ours.z()).as(what).isEqualTo(GoldenRow.fromBits(row.get("z")));
        assertThat(ours.zOfTypes()).as(what).isEqualTo(GoldenRow.fromBits(row.get("uni")));
        assertThat(ours.threshold()).as(what).isEqualTo(GoldenRow.fromBits(row.get("tau01")));
        assertThat(ours.dynamicPrediction()).as(what).isEqualTo(row.get("dyn01").asBoolean());
      }
    }

    private static String flags(UnigramList list, long[] ids) {
      return Arrays.stream(ids)
          .mapToObj(id -> list.mask().isGreen(id) ? "1" : "0")
          .collect(Collectors.joining(","));
    }
  }
}
