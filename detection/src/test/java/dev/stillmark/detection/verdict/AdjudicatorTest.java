package dev.stillmark.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Teacher;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdjudicatorTest {

  private static final Teacher TEACHER = LedgerA.TEACHER;
  private static final int MANY = 60_000;

  @Test
  void supports_when_a_secret_key_reaches_the_threshold_above_all_decoys() {
    Verdict verdict = decide(1, green(MANY, 6.0, 0, false, 0));

    assertThat(verdict.decision()).isEqualTo(new Decision.Support());
    assertThat(verdict.log10Threshold()).isEqualTo(6.0);
  }

  @Test
  void does_not_support_just_below_the_threshold() {
    assertThat(decide(1, green(MANY, Math.nextDown(6.0), 0, false, 0)).decision())
        .isInstanceOf(Decision.NoSupport.class);
  }

  @Test
  void asks_for_more_evidence_the_more_keys_were_tried() {
    assertThat(decide(10, green(MANY, 6.9, 0, false, 0)).decision().code()).isEqualTo("no-support");
    assertThat(decide(10, green(MANY, 7.0, 0, false, 0)).decision().code()).isEqualTo("support");
  }

  @Test
  void abstains_when_a_decoy_does_as_well_as_the_true_key() {
    assertThat(decide(1, green(MANY, 9, 1, false, 0)).decision())
        .isEqualTo(new Decision.Inconclusive(Reason.CONTROLS_FAILED));
  }

  @Test
  void abstains_when_an_item_came_with_two_scores() {
    assertThat(decide(1, green(MANY, 9, 0, false, 1)).decision())
        .isEqualTo(new Decision.Inconclusive(Reason.CONTROLS_FAILED));
    assertThat(decide(1, green(MANY, 0, 0, false, 1)).decision())
        .isEqualTo(new Decision.Inconclusive(Reason.CONTROLS_FAILED));
  }

  @Test
  void never_decides_by_a_published_key() {
    assertThat(decide(1, green(MANY, 50, 0, true, 0)).decision())
        .isEqualTo(new Decision.Inconclusive(Reason.PUBLISHED_KEY));
    assertThat(decide(1, green(MANY, -3, 90, true, 0)).decision())
        .isEqualTo(new Decision.Inconclusive(Reason.PUBLISHED_KEY));
  }

  @Test
  void abstains_when_the_sample_is_too_small() {
    assertThat(decide(1, green(5, 0, 90, false, 0)).decision())
        .isEqualTo(new Decision.Inconclusive(Reason.TOO_FEW_WINDOWS));
    assertThat(decide(1, green(0, 0, 127, false, 0)).decision())
        .isEqualTo(new Decision.Inconclusive(Reason.TOO_FEW_WINDOWS));
  }

  @Test
  void abstains_when_the_declared_effect_would_often_be_missed() {
    Verdict verdict = decide(1, green(5_000, 1, 3, false, 0));

    assertThat(verdict.decision()).isEqualTo(new Decision.Inconclusive(Reason.UNDERPOWERED));
    assertThat(verdict.power()).isBetween(0.0001, 0.8);
  }

  @Test
  void one_family_of_ledger_b_never_supports_but_keeps_silence_from_exonerating() {
    Decision decision =
        decide(1, green(MANY, 0, 60, false, 0), phrases(new PanelRank(24, 24, 0))).decision();

    assertThat(decision).isEqualTo(new Decision.Inconclusive(Reason.ONE_FAMILY));
  }

  @Test
  void an_unremarkable_rank_changes_nothing() {
    Decision decision =
        decide(1, green(MANY, 0, 60, false, 0), phrases(new PanelRank(24, 24, 5))).decision();

    assertThat(decision.code()).isEqualTo("no-support");
  }

  @Test
  void phrases_alone_abstain_and_say_whether_the_panel_was_too_small() {
    assertThat(decide(0, phrases(new PanelRank(18, 20, 0))).decision())
        .isEqualTo(new Decision.Inconclusive(Reason.INSUFFICIENT_PANEL));
    assertThat(decide(0, phrases(new PanelRank(19, 20, 0))).decision())
        .as("19 families reach 0.05 exactly")
        .isEqualTo(new Decision.Inconclusive(Reason.ONE_FAMILY));
    assertThat(decide(0, phrases(new PanelRank(30, 30, 9))).decision())
        .isEqualTo(new Decision.Inconclusive(Reason.NO_DESIGN_BASED_TEST));
  }

  @Test
  void a_published_key_counts_among_the_tests_and_raises_the_threshold() {
    Verdict verdict = decide(2, green(MANY, 6.2, 0, false, 0), green(MANY, 50, 0, true, 0));

    assertThat(verdict.testsTried()).isEqualTo(2);
    assertThat(verdict.log10Threshold()).isCloseTo(6 + Math.log10(2), within(1e-12));
    assertThat(verdict.decision().code()).isEqualTo("no-support");
  }

  private static Verdict decide(int tests, Finding... findings) {
    Descriptor canaries = new Descriptor.Canaries("canaries", TEACHER, "0".repeat(64), 1, 2, 1);
    TestFamily family = TestFamily.of(Collections.nCopies(tests, canaries), List.of(findings));
    return Adjudicator.decide(TEACHER, List.of(findings), family, Policy.DEFAULT);
  }

  private static Finding.Watermark green(
      int scored, double log10E, int decoysAsExtreme, boolean published, int conflicts) {
    return new Finding.Watermark(
        LedgerA.key("kgw-1", published),
        100,
        conflicts,
        scored,
        0,
        0,
        100,
        scored,
        scored / 4.0,
        -1,
        -1,
        log10E,
        null,
        new DecoyRank(127, decoysAsExtreme),
        0,
        List.of());
  }

  private static Finding.Phrases phrases(PanelRank rank) {
    Descriptor.Phrases descriptor =
        new Descriptor.Phrases("phrases-1", TEACHER, "0".repeat(64), 200);
    return new Finding.Phrases(descriptor, 100, 0, 20_000, 300, 80, 15.0, rank);
  }
}
