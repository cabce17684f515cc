package dev.stillmark.detection.attribution.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.attribution.Attribution;
import dev.stillmark.detection.attribution.BehaviourSignal;
import dev.stillmark.detection.attribution.Claim;
import dev.stillmark.detection.attribution.Measurements;
import dev.stillmark.detection.attribution.SameModel;
import dev.stillmark.detection.attribution.Suspect;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributorTest {

  private static final double ALPHA = 0.05;

  /**
   * One signal that takes no account of length. Centred scores are half the difference: 1 to 6 for
   * the clean models, 7 for the suspect, and their negatives for teacher b.
   */
  private final MadeUpPanel made = Ladder.cleanPanel(6);

  private Measurements measurements(String... suspects) {
    double[] fourteen = new double[suspects.length];
    Arrays.fill(fourteen, 14);
    return made.measurements(BehaviourSignal.OPENINGS, Ladder.scores(6, fourteen), suspects);
  }

  private List<Attribution> attribute(Measurements measurements, Suspect suspect) {
    return new Attributor(made.panel(), ALPHA).attribute(measurements, List.of(suspect));
  }

  /** The null 1..6 has mean 3.5 and variance 35/12. */
  @Test
  void scores_as_done_by_hand() {
    List<Attribution> lines = attribute(measurements("s"), MadeUpPanel.suspect("s"));

    double z = 3.5 / Math.sqrt(35.0 / 12);
    assertThat(lines).extracting(Attribution::teacher).containsExactly("a", "b");
    assertThat(lines.get(0).signals()).containsOnlyKeys(BehaviourSignal.OPENINGS);
    assertThat(lines.get(0).fusedZ().getAsDouble()).isCloseTo(z, within(1e-12));
    assertThat(lines.get(1).fusedZ().getAsDouble()).isCloseTo(-3 * z, within(1e-12));
  }

  /**
   * Model 6 against 1..5 has z = 3 / √2 for a, as has model 1 for b, and both beat the suspect's
   * 2.05; they are 2 of 12 pairs. With the suspect's 7 among its others, model 6 falls to 1.18, but
   * model 1 is as far from the rest for b as the suspect is for a.
   */
  @Test
  void ranks_as_done_by_hand() {
    Attribution line = attribute(measurements("s"), MadeUpPanel.suspect("s")).get(0);

    assertThat(line.pooledP()).hasValue(3.0 / 13);
    assertThat(line.familyPanelP()).hasValue(1.0 / 7);
    assertThat(line.panelFamilies()).isEqualTo(6);
    assertThat(line.panelModels()).isEqualTo(6);
    assertThat(line.smallestP()).isEqualTo(1.0 / 7);
    assertThat(line.anyTeacherP()).hasValue(2.0 / 7);
    assertThat(line.claim()).isEqualTo(Claim.INSUFFICIENT_PANEL);
    assertThat(line.log10Lr()).isEmpty();
  }

  @Test
  void claims_training_where_the_panel_reaches_the_level() {
    Attributor attributor = new Attributor(made.panel(), 0.15);

    List<Attribution> lines =
        attributor.attribute(
            made.measurements(BehaviourSignal.OPENINGS, Ladder.scores(6, 40), "s"),
            List.of(MadeUpPanel.suspect("s")));

    assertThat(lines)
        .extracting(Attribution::claim)
        .containsExactly(Claim.TRAINED_ON_VENDOR, Claim.NONE);
  }

  /** Model 6 is left out, and its five others are what is left of the null. */
  @Test
  void leaves_a_suspect_of_the_panel_out_of_it() {
    Attribution line = attribute(measurements(), new Suspect("m6", "f6", Optional.empty())).get(0);

    assertThat(line.fusedZ().getAsDouble()).isCloseTo(3 / Math.sqrt(2), within(1e-12));
    assertThat(line.panelFamilies()).isEqualTo(5);
  }

  @Test
  void leaves_the_family_of_a_suspect_out_though_it_is_named_by_the_suspect_alone() {
    Attribution line =
        attribute(measurements("s"), new Suspect("s", "f6", Optional.empty())).get(0);

    assertThat(line.fusedZ().getAsDouble()).isCloseTo(4 / Math.sqrt(2), within(1e-12));
  }

  @Test
  void leaves_the_family_out_that_the_panel_names_though_the_suspect_names_another() {
    Attribution line = attribute(measurements(), MadeUpPanel.suspect("m6")).get(0);

    assertThat(line.panelFamilies()).isEqualTo(5);
  }

  @Test
  void gives_a_suspect_that_shares_no_prompt_the_prompt_free_score() {
    double[][] shared = Ladder.scores(6, Double.NaN);
    Arrays.fill(shared[8], Double.NaN);
    Map<BehaviourSignal, double[][]> bySignal = new EnumMap<>(BehaviourSignal.class);
    bySignal.put(BehaviourSignal.OPENINGS, shared);
    bySignal.put(BehaviourSignal.FREE_STYLE, Ladder.scores(6, 14));
    Measurements measurements = made.measurements(bySignal, "s");
    measurements.answered()[8] = 0;

    Attribution line = attribute(measurements, MadeUpPanel.suspect("s")).get(0);

    assertThat(line.fusedZ()).isEmpty();
    assertThat(line.reason()).hasValue("too-few-prompts");
    assertThat(line.promptFreeZ().getAsDouble())
        .isCloseTo(3.5 / Math.sqrt(35.0 / 12), within(1e-12));
    assertThat(line.promptFreeP()).hasValue(3.0 / 13);
  }

  /**
   * Families reach likenesses of e^-4 and e^-6, three times each: mean -5 and standard deviation
   * √1.2, so that the threshold is e^(-5 + 3 √1.2) = 0.180.
   */
  @Test
  void names_the_models_that_pass_for_the_suspect() {
    Measurements measurements = measurements("s");
    for (int model = 2; model < 8; model++) {
      Arrays.fill(measurements.likeness()[model], Math.exp(model % 2 == 0 ? -4 : -6));
    }
    measurements.likeness()[8][1] = 0.181;
    measurements.likeness()[8][4] = 0.5;

    List<Attribution> lines = attribute(measurements, MadeUpPanel.suspect("s"));

    assertThat(lines.get(0).sameModels())
        .extracting(SameModel::model)
        .containsExactly("m3", "b-model");
    assertThat(lines.get(0).sameModels().get(0).threshold())
        .isCloseTo(Math.exp(-5 + 3 * Math.sqrt(1.2)), within(1e-12));
    assertThat(lines.get(0).claim()).isNotEqualTo(Claim.SAME_MODEL);
    assertThat(lines.get(1).claim()).isEqualTo(Claim.SAME_MODEL);
    assertThat(lines.get(1).sameModels()).isEqualTo(lines.get(0).sameModels());
  }

  @Test
  void refuses_an_alpha_that_is_no_probability() {
    assertThatThrownBy(() -> new Attributor(made.panel(), 1))
        .hasMessage("alpha must be within (0, 1) but is 1.0");
  }
}
