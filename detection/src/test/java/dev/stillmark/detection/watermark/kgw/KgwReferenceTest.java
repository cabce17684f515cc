package dev.stillmark.detection.watermark.kgw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.GoldenFile;
import dev.stillmark.detection.radioactivity.SequenceScore;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.kgw.KgwGoldenVectors.Checked;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KgwReferenceTest {

  @Test
  void equals_transformers_5_over_generated_ids() throws NoSuchAlgorithmException {
    List<JsonNode> sequences = GoldenFile.own("sequences.jsonl.gz");

    Checked checked = new KgwGoldenVectors(5, sequences).check(GoldenFile.own("hf_kgw.jsonl.gz"));

    assertThat(checked.scored()).isGreaterThan(100);
    assertThat(checked.refused()).isEqualTo(22);
  }

  @Test
  void equals_transformers_4_over_generated_ids() throws NoSuchAlgorithmException {
    List<JsonNode> sequences = GoldenFile.own("sequences.jsonl.gz");

    Checked checked =
        new KgwGoldenVectors(4, sequences).check(GoldenFile.own("hf_kgw_v457.jsonl.gz"));

    assertThat(checked.scored()).isGreaterThan(30);
    assertThat(checked.refused()).isEqualTo(7);
  }

  @Test
  @Tag("shared-data")
  void equals_transformers_5_over_real_text() throws NoSuchAlgorithmException {
    List<JsonNode> sequences = GoldenFile.shared("sequences.jsonl.gz");

    Checked checked =
        new KgwGoldenVectors(5, sequences).check(GoldenFile.shared("hf_kgw.jsonl.gz"));

    assertThat(checked).isEqualTo(new Checked(287, 22));
  }

  @Test
  @Tag("shared-data")
  void equals_transformers_4_over_real_text() throws NoSuchAlgorithmException {
    List<JsonNode> sequences = GoldenFile.shared("sequences.jsonl.gz");

    Checked checked =
        new KgwGoldenVectors(4, sequences).check(GoldenFile.shared("hf_kgw_v457.jsonl.gz"));

    assertThat(checked).isEqualTo(new Checked(63, 7));
  }

  /** The reference strips once: a second one is part of the text. */
  @Test
  void a_leading_special_token_is_left_out_once() {
    KgwScheme scheme = new KgwScheme(600, 0.25, KgwScheme.Seeding.LEFTHASH, 1, false, 0L, 5);
    GreenLists lists = scheme.with(WatermarkKey.of(42));

    SequenceScore score = SequenceScore.of(lists, new long[] {0, 0, 5, 6}, new long[0], null);

    assertThat(score.reference().n()).isEqualTo(2);
    assertThat(score.bySeed().tokens()).isEqualTo(2);
    assertThat(KgwReference.of(scheme, lists, new long[] {0, 0, 5, 6}).n()).isEqualTo(2);
  }
}
