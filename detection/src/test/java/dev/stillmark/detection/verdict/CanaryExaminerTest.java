package dev.stillmark.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.Teacher;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanaryExaminerTest {

  private static final long REPLIES = 1000;

  @Test
  void one_returned_reply_of_a_thousand_gives_the_averaged_stakes() {
    Finding.Canaries finding = examine(1, EvidenceSet.builder(1).add(1, 1, 0, 1).build());

    double expected = 1 + 999 * (.01 + .03 + .1 + .3 + .6 + .9) / 6;
    assertThat(finding.log10E()).isCloseTo(Math.log10(expected), within(1e-12));
    assertThat(finding.hits()).isEqualTo(1);
  }

  @Test
  void asks_that_are_missing_count_as_misses() {
    EvidenceSet oneOfFour = EvidenceSet.builder(1).add(1, 1, 0, 1).build();
    EvidenceSet allFour =
        EvidenceSet.builder(1)
            .add(1, 1, 0, 1)
            .add(1, 2, 0, 0)
            .add(1, 3, 0, 0)
            .add(1, 4, 0, 0)
            .build();

    assertThat(examine(4, oneOfFour).log10E()).isEqualTo(examine(4, allFour).log10E());
  }

  @Test
  void a_canary_that_was_never_asked_says_nothing() {
    Finding.Canaries finding = examine(1, EvidenceSet.empty(1));

    assertThat(finding.log10E()).isZero();
    assertThat(finding.asked()).isZero();
  }

  @Test
  void independent_canaries_multiply_within_a_stake() {
    EvidenceSet two = EvidenceSet.builder(1).add(1, 1, 0, 1).add(2, 2, 0, 1).build();

    double expected = 0;
    for (double stake : new double[] {.01, .03, .1, .3, .6, .9}) {
      expected += Math.pow(1 + 999 * stake, 2) / 6;
    }
    assertThat(examine(1, two).log10E()).isCloseTo(Math.log10(expected), within(1e-12));
  }

  private static Finding.Canaries examine(int asks, EvidenceSet items) {
    Descriptor.Canaries descriptor =
        new Descriptor.Canaries(
            "canaries-1",
            new Teacher("aurora", "Aurora Labs", null),
            "0".repeat(64),
            5,
            REPLIES,
            asks);
    Evidence evidence = new Evidence(descriptor, items, EvidenceSet.empty(1), EvidenceSet.empty(2));
    return (Finding.Canaries) Examiner.examine(evidence, List.of());
  }
}
