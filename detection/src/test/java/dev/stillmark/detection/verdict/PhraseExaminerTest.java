package dev.stillmark.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.Teacher;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhraseExaminerTest {

  private static final Descriptor.Phrases PHRASES =
      new Descriptor.Phrases(
          "phrases-1", new Teacher("aurora", "Aurora Labs", null), "0".repeat(64), 200);

  @Test
  void ranks_the_rate_per_thousand_words_among_family_maxima() {
    List<ReferenceEvidence> panel =
        List.of(
            new ReferenceEvidence("a-small", "a", outputs(1, 1000)),
            new ReferenceEvidence("a-large", "a", outputs(6, 1000)),
            new ReferenceEvidence("b", "b", outputs(5, 1000)),
            new ReferenceEvidence("c", "c", outputs(4, 1000)));

    Finding.Phrases finding = (Finding.Phrases) Examiner.examine(outputs(50, 10_000), panel);

    assertThat(finding.statistic()).isEqualTo(5.0);
    assertThat(finding.rank())
        .as("a's larger model is above, b ties, c is below")
        .isEqualTo(new PanelRank(3, 4, 2));
    assertThat(finding.rank().p()).isEqualTo(0.75);
    assertThat(finding.rank().smallestP()).isEqualTo(0.25);
  }

  @Test
  void a_reference_without_outputs_is_not_part_of_the_panel() {
    List<ReferenceEvidence> panel =
        List.of(
            new ReferenceEvidence("a", "a", outputs(1, 1000)),
            new ReferenceEvidence("b", "b", outputs(0, 0)));

    Finding.Phrases finding = (Finding.Phrases) Examiner.examine(outputs(5, 1000), panel);

    assertThat(finding.rank()).isEqualTo(new PanelRank(1, 1, 0));
  }

  @Test
  void a_model_like_the_panel_reaches_five_percent_no_more_often_than_that() {
    int accused = 0;
    int trials = 4000;
    Random random = new Random(20261124);
    for (int trial = 0; trial < trials; trial++) {
      List<ReferenceEvidence> panel = new ArrayList<>();
      for (int family = 0; family < 39; family++) {
        panel.add(
            new ReferenceEvidence("m" + family, "f" + family, outputs(random.nextInt(400), 1000)));
      }
      Finding.Phrases finding =
          (Finding.Phrases) Examiner.examine(outputs(random.nextInt(400), 1000), panel);
      accused += finding.rank().p() <= 0.05 ? 1 : 0;
    }

    assertThat(accused / (double) trials).as("seed 20261124").isLessThan(0.06);
  }

  private static Evidence outputs(int matches, int words) {
    EvidenceSet items = EvidenceSet.builder(1).add(1, 1, 0, (long) matches << 32 | words).build();
    return new Evidence(PHRASES, items, EvidenceSet.empty(1), EvidenceSet.empty(2));
  }
}
