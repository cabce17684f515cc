package dev.stillmark.detection.attribution.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.attribution.Attribution;
import dev.stillmark.detection.attribution.BehaviourSignal;
import dev.stillmark.detection.attribution.Claim;
import dev.stillmark.detection.attribution.Measurements;
import dev.stillmark.detection.attribution.Suspect;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why there is no score, or with whom there is none. */
class AttributorAbsenceTest {

  private static final double ALPHA = 0.05;

  private final MadeUpPanel made = Ladder.cleanPanel(6);

  private Measurements measurements(String... suspects) {
    double[] fourteen = new double[suspects.length];
    Arrays.fill(fourteen, 14);
    return made.measurements(BehaviourSignal.OPENINGS, Ladder.scores(6, fourteen), suspects);
  }

  private List<Attribution> attribute(Measurements measurements, Suspect suspect) {
    return new Attributor(made.panel(), ALPHA).attribute(measurements, List.of(suspect));
  }

  @Test
  void rules_out_a_suspect_that_was_there_before_the_teacher() {
    Suspect before = new Suspect("s", "s", Optional.of(LocalDate.of(2023, 5, 31)));
    Suspect after = new Suspect("s", "s", Optional.of(LocalDate.of(2023, 6, 1)));

    Attribution ruledOut = attribute(measurements("s"), before).get(0);
    Attribution inQuestion = attribute(measurements("s"), after).get(0);

    assertThat(ruledOut.claim()).isEqualTo(Claim.NONE);
    assertThat(ruledOut.reason()).hasValue("older-than-teacher");
    assertThat(inQuestion.reason()).isNotEqualTo(ruledOut.reason());
    assertThat(ruledOut.fusedZ()).isPresent().isEqualTo(inQuestion.fusedZ());
    assertThat(ruledOut.pooledP()).isPresent().isEqualTo(inQuestion.pooledP());
  }

  @Test
  void says_why_there_is_no_score() {
    Measurements measurements = measurements("s", "t");
    measurements.answered()[8] = 24;
    measurements.answered()[9] = 89;

    assertThat(attribute(measurements, MadeUpPanel.suspect("s")))
        .extracting(Attribution::reason)
        .containsOnly(Optional.of("too-few-prompts"));
    assertThat(attribute(measurements, MadeUpPanel.suspect("t")))
        .extracting(Attribution::reason)
        .containsOnly(Optional.of("partial-answers"));
    assertThat(attribute(measurements, MadeUpPanel.suspect("unheard of")))
        .hasSize(2)
        .extracting(Attribution::reason)
        .containsOnly(Optional.of("no-answers"));
  }

  @Test
  void says_why_there_is_no_score_for_a_teacher() {
    Measurements fewOfA = measurements("s");
    fewOfA.answered()[0] = 24;

    assertThat(attribute(fewOfA, MadeUpPanel.suspect("s")))
        .extracting(Attribution::reason)
        .first()
        .isEqualTo(Optional.of("too-few-teacher-answers"));
    assertThat(attribute(measurements(), MadeUpPanel.suspect("a-model")))
        .extracting(Attribution::reason)
        .first()
        .isEqualTo(Optional.of("only-reference"));
  }

  @Test
  void needs_five_clean_models() {
    MadeUpPanel four = Ladder.cleanPanel(4);
    Measurements measurements =
        four.measurements(BehaviourSignal.OPENINGS, Ladder.scores(4, 14), "s");

    Attribution line =
        new Attributor(four.panel(), ALPHA)
            .attribute(measurements, List.of(MadeUpPanel.suspect("s")))
            .get(0);

    assertThat(line.fusedZ()).isEmpty();
    assertThat(line.claim()).isEqualTo(Claim.INSUFFICIENT_PANEL);
    assertThat(line.reason()).hasValue("too-few-clean-models");
    assertThat(line.panelModels()).isEqualTo(4);
  }

  @Test
  void compares_with_models_that_answered_nine_tenths_of_the_prompts_only() {
    Measurements measurements = measurements("s");
    measurements.answered()[7] = 89;
    measurements.answered()[6] = 90;

    Attribution line = attribute(measurements, MadeUpPanel.suspect("s")).get(0);

    assertThat(line.fusedZ().getAsDouble()).isCloseTo(4 / Math.sqrt(2), within(1e-12));
  }

  @Test
  void says_that_there_are_no_scores_where_all_are_missing() {
    double[][] missing = Ladder.scores(6, Double.NaN);
    Arrays.fill(missing[8], Double.NaN);
    Measurements measurements = made.measurements(BehaviourSignal.OPENINGS, missing, "s");

    assertThat(attribute(measurements, MadeUpPanel.suspect("s")))
        .extracting(Attribution::reason)
        .containsOnly(Optional.of("no-scores"));
  }
}
