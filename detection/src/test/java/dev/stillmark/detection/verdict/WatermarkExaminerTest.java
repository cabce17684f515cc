package dev.stillmark.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.OutputId;
import dev.stillmark.detection.evidence.Coverage;
import dev.stillmark.detection.evidence.DecoyPlan;
import dev.stillmark.detection.evidence.DecoyScore;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.evidence.Teacher;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatermarkExaminerTest {

  private static final int V = 1000;
  private static final int G = 250;

  @Test
  void counts_every_distinct_item_once_and_its_tail_is_the_binomial() {
    Evidence evidence = evidence(packed(1), items(10, 3), EvidenceSet.empty(1));

    Finding.Watermark finding = examine(evidence);

    assertThat(finding.scored()).isEqualTo(10);
    assertThat(finding.statistic()).isEqualTo(3);
    assertThat(Math.pow(10, finding.log10P()))
        .as("P(Bin(10, 1/4) >= 3) = 0.4744072...")
        .isCloseTo(0.474407196044921875, within(1e-12));
    assertThat(finding.log10PBound()).isEqualTo(finding.log10P());
  }

  @Test
  void below_one_above_the_mean_crowded_seeds_prove_nothing() {
    EvidenceSet crowded =
        EvidenceSet.builder(2).add(1, 1, 0, 1).add(1, 2, 0, 0).add(2, 3, 0, 0).build();

    Finding.Watermark finding = examine(evidence(packed(1), crowded, EvidenceSet.empty(1)));

    assertThat(finding.log10P()).isNegative();
    assertThat(finding.log10PBound()).as("1 < 3/4 + 1").isZero();
  }

  @Test
  void ranks_packed_decoys_by_their_own_green_items() {
    EvidenceSet.Builder items = EvidenceSet.builder(2);
    for (int i = 0; i < 100; i++) {
      long truth = i < 40 ? 1 : 0;
      long better = i < 41 ? 2 : 0;
      long equal = i >= 60 ? 4 : 0;
      items.add(i, i, i, truth | better | equal);
    }

    Finding.Watermark finding = examine(evidence(packed(3), items.build(), EvidenceSet.empty(1)));

    assertThat(finding.decoyRank()).isEqualTo(new DecoyRank(3, 2));
  }

  @Test
  void ranks_decoys_apart_over_the_outputs_that_they_share_with_the_true_key() {
    EvidenceSet.Builder apart = EvidenceSet.builder(1);
    for (int i = 0; i < 50; i++) {
      apart.add(i, i, 0, new DecoyScore(0, i < 20 ? 1 : 0).asWord());
      apart.add(1000 + i, i, 0, new DecoyScore(1, i < 30 ? 1 : 0).asWord());
      apart.add(2000 + i, i, 0, new DecoyScore(2, i < 10 ? 1 : 0).asWord());
    }
    Descriptor.Watermark descriptor = descriptor(new DecoyPlan(2, 0.0625, false));

    Finding.Watermark finding = examine(evidence(descriptor, items(1, 200, 90), apart.build()));

    assertThat(finding.decoyRank()).isEqualTo(new DecoyRank(2, 1));
  }

  @Test
  void the_curve_ends_in_the_finding_itself() {
    Finding.Watermark finding =
        examine(evidence(packed(1), items(3000, 1100), EvidenceSet.empty(1)));

    CurvePoint last = finding.curve().getLast();
    assertThat(last.scored()).isEqualTo(finding.scored());
    assertThat(last.log10E()).isEqualTo(finding.log10E());
    assertThat(last.tokens()).isEqualTo(finding.tokens());
    assertThat(finding.curve()).extracting(CurvePoint::scored).isSorted();
  }

  @Test
  void nothing_scored_is_no_evidence_in_either_direction() {
    Finding.Watermark finding =
        examine(evidence(packed(5), EvidenceSet.empty(2), EvidenceSet.empty(1)));

    assertThat(finding.log10P()).isZero();
    assertThat(finding.log10E()).isZero();
    assertThat(finding.decoyRank()).isEqualTo(new DecoyRank(5, 5));
  }

  private static Finding.Watermark examine(Evidence evidence) {
    return (Finding.Watermark) Examiner.examine(evidence, List.of());
  }

  private static EvidenceSet items(int scored, int green) {
    return items(2, scored, green);
  }

  private static EvidenceSet items(int scoreWords, int scored, int green) {
    EvidenceSet.Builder items = EvidenceSet.builder(scoreWords);
    for (int i = 0; i < scored; i++) {
      items.add(i, i, i << 16, i < green ? 1 : 0);
    }
    return items.build();
  }

  private static Evidence evidence(
      Descriptor.Watermark descriptor, EvidenceSet items, EvidenceSet decoys) {
    List<EvidenceSet> outputs = new ArrayList<>();
    outputs.add(EvidenceSet.empty(2));
    for (int i = 0; i < 100; i++) {
      OutputId id = new OutputId(String.format("%016x%08x", i, i << 24) + "0".repeat(40));
      outputs.add(new Coverage(30, 0, 0, false).asItem(id));
    }
    return new Evidence(descriptor, items, decoys, EvidenceSet.union(outputs));
  }

  private static Descriptor.Watermark packed(int decoys) {
    return descriptor(new DecoyPlan(decoys, 1, true));
  }

  private static Descriptor.Watermark descriptor(DecoyPlan plan) {
    return new Descriptor.Watermark(
        "kgw-1",
        new Teacher("aurora", "Aurora Labs", null),
        "kgw/transformers/lefthash",
        new NullLaw.GreenList(V, G),
        1,
        "r50k_base",
        "0123456789ab",
        "0".repeat(64),
        false,
        plan);
  }
}
