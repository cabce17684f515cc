package dev.stillmark.detection.attribution.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.attribution.BehaviourSignal;
import dev.stillmark.detection.attribution.Claim;
import dev.stillmark.detection.attribution.Exposure;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VendorRanksTest {

  private static final double ALPHA = 0.05;

  @Test
  void claims_the_best_teacher_with_19_families_clean_of_all() {
    Panelists panelists = panelists(19);
    VendorRanks ranks = ranks(panel(panelists, 3, 19), panel(panelists, 2, 19));

    assertThat(ranks.anyTeacherP().getAsDouble()).isCloseTo(0.05, within(1e-15));
    assertThat(ranks.of(0).claim()).isEqualTo(Claim.TRAINED_ON_VENDOR);
    assertThat(ranks.of(1).claim()).isEqualTo(Claim.NONE);
    assertThat(ranks.of(1).reason()).hasValue("another teacher ranks higher");
  }

  @Test
  void claims_nothing_when_a_family_scores_as_high() {
    Panelists panelists = panelists(19);
    FamilyPanel tied = panel(panelists, 3, 19);
    tied.ofModels()[5] = 3;

    VendorRanks ranks = ranks(tied, panel(panelists, 2, 19));

    assertThat(ranks.of(0).claim()).isEqualTo(Claim.NONE);
    assertThat(ranks.of(0).reason()).hasValue("rank of the best teacher is 0.1, above 0.05");
  }

  @Test
  void says_what_would_be_needed_with_18_families() {
    Panelists panelists = panelists(18);

    VendorRanks.Finding finding = ranks(panel(panelists, 3, 18), panel(panelists, 2, 18)).of(0);

    assertThat(finding.claim()).isEqualTo(Claim.INSUFFICIENT_PANEL);
    assertThat(finding.reason())
        .hasValue(
            "18 families are clean of this teacher, which gives p of at least 1/19, and 18 of all 2"
                + " in question; for 0.05 it takes 39 or 19");
  }

  @Test
  void needs_no_more_than_19_families_when_one_teacher_is_in_question() {
    assertThat(ranks(panel(panelists(19), 3, 19)).of(0).claim()).isEqualTo(Claim.TRAINED_ON_VENDOR);
    assertThat(ranks(panel(panelists(18), 3, 18)).of(0).claim())
        .isEqualTo(Claim.INSUFFICIENT_PANEL);
  }

  /** 39 families clean of the first and none of both: 2 * 1/40 is 0.05. */
  @Test
  void adjusts_after_holm_where_families_are_clean_of_one_teacher_only() {
    Panelists panelists = panelists(39);
    FamilyPanel other = panel(panelists, 2, 0);

    VendorRanks ranks = ranks(panel(panelists, 3, 39), other);

    assertThat(ranks.anyTeacherP()).isEmpty();
    assertThat(ranks.of(0).claim()).isEqualTo(Claim.TRAINED_ON_VENDOR);
    assertThat(ranks.of(1).claim()).isEqualTo(Claim.INSUFFICIENT_PANEL);
    assertThat(ranks(panel(panelists, 3, 38), other).of(0).claim())
        .isEqualTo(Claim.INSUFFICIENT_PANEL);
    assertThat(ranks(panel(panelists, -1, 39), other).of(0).claim()).isEqualTo(Claim.NONE);
  }

  /** Families of two models rank by the better one. */
  @Test
  void ranks_among_family_maxima() {
    MadeUpPanel made = new MadeUpPanel("a");
    for (int model = 0; model < 6; model++) {
      made.add("m" + model, "f" + model / 2, Exposure.VENDOR_CLEAN);
    }
    Panelists panelists = panelists(made, 7);
    double[] scores = {Double.NaN, 1, 5, Double.NaN, 2, 7, 8};

    FamilyPanel panel = new FamilyPanel(panelists, 5, scores);

    assertThat(panel.families()).isEqualTo(3);
    assertThat(panel.models()).isEqualTo(5);
    assertThat(panel.p()).hasValue(0.75);
    assertThat(new FamilyPanel(panelists, Double.NaN, scores).p()).isEmpty();
  }

  private static VendorRanks ranks(FamilyPanel... panels) {
    return new VendorRanks(panels, ALPHA);
  }

  /** So many families score 0. */
  private static FamilyPanel panel(Panelists panelists, double suspect, int families) {
    double[] scores = new double[panelists.count()];
    Arrays.fill(scores, Double.NaN);
    // The teacher's own model comes first by name.
    Arrays.fill(scores, 1, 1 + families, 0);
    return new FamilyPanel(panelists, suspect, scores);
  }

  private static Panelists panelists(int families) {
    MadeUpPanel made = new MadeUpPanel("a");
    for (int family = 0; family < families; family++) {
      made.add("m" + family, "f" + family, Exposure.VENDOR_CLEAN);
    }
    return panelists(made, families + 1);
  }

  private static Panelists panelists(MadeUpPanel made, int rows) {
    double[][] scores = Collections.nCopies(rows, new double[1]).toArray(double[][]::new);
    return new Panelists(
        made.panel(),
        made.measurements(Map.of(BehaviourSignal.STYLE, scores)),
        new TeacherColumns(made.panel()));
  }
}
