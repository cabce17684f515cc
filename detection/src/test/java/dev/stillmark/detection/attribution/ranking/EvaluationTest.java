package dev.stillmark.detection.attribution.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.attribution.BehaviourSignal;
import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.attribution.Measurements;
import dev.stillmark.detection.stats.ErrorRate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Seven families are clean of both teachers, five were taught by a and one is its kin; those taught
 * resemble a more than the others resemble anything.
 */
class EvaluationTest {

  private final MadeUpPanel made = new MadeUpPanel("a", "b");
  private final Measurements measurements;

  EvaluationTest() {
    for (int model = 0; model < 7; model++) {
      made.add("clean" + model, "clean-family" + model, Exposure.VENDOR_CLEAN);
    }
    for (int model = 0; model < 5; model++) {
      Map<String, Exposure> exposures = new HashMap<>();
      exposures.put("a", Exposure.TAUGHT);
      exposures.put("b", Exposure.UNKNOWN);
      made.add(
          "taught" + model,
          "taught-family" + model,
          exposures,
          model < 2 ? Optional.of("clean*") : Optional.empty());
    }
    made.add("kin", "kin-family", Map.of("a", Exposure.NOT_TAUGHT, "b", Exposure.UNKNOWN));
    measurements = made.measurements(BehaviourSignal.OPENINGS, scores());
    for (int clean = 2; clean < 9; clean++) {
      Arrays.fill(measurements.likeness()[clean], clean % 2 == 0 ? 0.008 : 0.012);
    }
    measurements.likeness()[9][3] = 0.5;
  }

  /** The last one taught resembles a no more than one that is clean. */
  private static double[][] scores() {
    return new double[][] {
      {Double.NaN, 0},
      {0, Double.NaN},
      {0, 0},
      {1, 0},
      {2, 0},
      {3, 0},
      {4, 0},
      {5, 0},
      {6, 0},
      {30, 0},
      {31, 0},
      {32, 0},
      {33, 0},
      {-9, 0},
      {40, 0}
    };
  }

  /**
   * Four of five beat all clean pairs and the last none. The kin beats all by the signal itself,
   * but is clipped to the same mean as the four.
   */
  @Test
  void tells_taught_pairs_from_others() {
    EvaluationTable table = Evaluation.of(made.panel(), measurements);

    ScoreRow fused = row(table, "fused");
    assertThat(table.models()).isEqualTo(15);
    assertThat(table.families()).isEqualTo(15);
    assertThat(table.scores())
        .extracting(ScoreRow::score)
        .containsExactly("openings", "fused", "prompt-free");
    assertThat(fused.aucClean()).isEqualTo(0.8);
    assertThat(fused.aucKin()).isEqualTo(0.4);
    assertThat(row(table, "openings").aucKin()).isZero();
  }

  /**
   * Four of five put a first; nothing is known of b, so that a is the first with a label of all.
   */
  @Test
  void counts_students_whose_best_teacher_taught_them() {
    ScoreRow fused = row(Evaluation.of(made.panel(), measurements), "fused");

    assertThat(fused.top1()).hasValue(new ErrorRate(5, 5));
    assertThat(fused.top3()).hasValue(new ErrorRate(5, 5));
    assertThat(fused.vendor1()).hasValue(new ErrorRate(4, 5));
  }

  /** 14 clean pairs rank each taught one, so that 1/15 is the least p; 12 each clean one. */
  @Test
  void counts_small_ranks_by_kind() {
    EvaluationTable table = Evaluation.of(made.panel(), measurements);

    LevelRates atFive = row(table, "fused").levels().get(1);
    assertThat(atFive.level()).isEqualTo(0.05);
    assertThat(atFive.taught()).hasValue(new ErrorRate(0, 5));
    assertThat(atFive.clean()).hasValue(new ErrorRate(0, 14));
    assertThat(atFive.cleanOfTeacherFamilies()).isEmpty();
    assertThat(atFive.cleanOfOthers()).isEqualTo(atFive.clean());
    assertThat(atFive.kin()).hasValue(new ErrorRate(0, 1));
    LevelRates panelAtFifth = table.familyPanel().get(3);
    assertThat(panelAtFifth.level()).isEqualTo(0.2);
    assertThat(panelAtFifth.taught()).hasValue(new ErrorRate(4, 5));
    assertThat(panelAtFifth.kin()).hasValue(new ErrorRate(1, 1));
  }

  @Test
  void counts_derived_models_and_unrelated_pairs() {
    SameModelRates rates = Evaluation.of(made.panel(), measurements).sameModel();

    assertThat(rates.clean()).hasValue(new ErrorRate(0, 14));
    assertThat(rates.derivatives()).hasValue(new ErrorRate(1, 2));
  }

  /** Without its own family four are left that were taught, and that is one too few. */
  @Test
  void calibrates_with_five_families_of_each_kind_besides_the_pairs_own() {
    Optional<LikelihoodRatioRates> rates =
        Evaluation.of(made.panel(), measurements).likelihoodRatio();

    assertThat(rates).isEmpty();
  }

  @Test
  void grows_with_the_prompts() {
    List<GrowthPoint> growth = Evaluation.growth(made.panel(), List.of(measurements, measurements));

    assertThat(growth).hasSize(2).extracting(GrowthPoint::prompts).containsOnly(100);
    assertThat(growth.get(0).fused())
        .isEqualTo(row(Evaluation.of(made.panel(), measurements), "fused"));
  }

  private static ScoreRow row(EvaluationTable table, String score) {
    return table.scores().stream().filter(row -> row.score().equals(score)).findAny().orElseThrow();
  }
}
