package dev.stillmark.detection.watermark.exp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.GoldenFile;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.exp.ExpGoldenVectors.Checked;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExpReferenceTest {

  @Test
  void equals_markllm_over_generated_ids() {
    Checked checked = new ExpGoldenVectors(Map.of()).check(GoldenFile.own("markllm_exp.jsonl.gz"));

    assertThat(checked).isEqualTo(new Checked(5, 82, 18, 15));
  }

  @Test
  @Tag("shared-data")
  void equals_markllm_over_real_text() {
    Map<Integer, long[]> sequences =
        ExpGoldenVectors.sequences(GoldenFile.shared("sequences.jsonl.gz"));

    Checked checked = new ExpGoldenVectors(sequences).check(GoldenFile.shared("markllm.jsonl.gz"));

    assertThat(checked).isEqualTo(new Checked(5, 150, 18, 23));
  }

  @Test
  void a_scored_id_beyond_the_vocabulary_is_refused_and_a_negative_one_counts_from_the_end() {
    KeyedScheme keyed = new ExpScheme(100, 1).with(WatermarkKey.of(3));

    assertThatThrownBy(() -> keyed.reference(new long[] {1, 100}, new long[0]))
        .isInstanceOf(RefusedSequence.class)
        .hasMessage("a scored id must be within -100..99 but is 100");
    assertThat(keyed.reference(new long[] {1, -1}, new long[0]))
        .isEqualTo(keyed.reference(new long[] {1, 99}, new long[0]));
  }

  @Test
  void what_follows_a_token_0_is_one_item_of_the_lowest_score_under_every_key() {
    long[] ids = {7, 0, 5, 9, 3};

    for (long key : new long[] {1, 2, 3}) {
      PositionScorer scorer = new ExpScheme(100, 3).with(WatermarkKey.of(key)).scorer();
      for (int at = 3; at < ids.length; at++) {
        assertThat(scorer.seedAt(ids, at)).isZero();
        assertThat(scorer.itemAt(ids, at)).isZero();
        assertThat(scorer.scoreAt(ids, at)).isZero();
      }
    }
  }
}
