package dev.stillmark.detection.attribution.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.attribution.BehaviourSignal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BehaviourScoreTest {

  private static final boolean[] NONE_OWN = new boolean[2];

  /** Teacher 0: (6 + 2) / 2 = 4, the 9 being clipped; teacher 1: -1 alone, less 4 - -1. */
  @Test
  void means_the_clipped_scores_that_there_are_and_explains_away() {
    Map<BehaviourSignal, double[]> z =
        Map.of(
            BehaviourSignal.RARE_GRAMS, new double[] {9, -1},
            BehaviourSignal.STYLE, new double[] {2, Double.NaN},
            BehaviourSignal.WORD_CLASSIFIER, new double[] {-50, -50});

    assertThat(BehaviourScore.FUSED.of(z, NONE_OWN)).containsExactly(4, -6);
  }

  @Test
  void clips_no_signal_that_stands_alone() {
    Map<BehaviourSignal, double[]> z = Map.of(BehaviourSignal.STYLE, new double[] {9, 8});

    assertThat(BehaviourScore.of(BehaviourSignal.STYLE).of(z, NONE_OWN)).containsExactly(9, 7);
  }

  @Test
  void lets_a_teacher_of_the_same_family_explain_nothing() {
    boolean[] own = {true, false, false};

    assertThat(BehaviourScore.explainAway(new double[] {5, 2, 1}, own)).containsExactly(5, 2, 0);
  }

  @Test
  void has_no_score_without_a_signal() {
    assertThat(BehaviourScore.PROMPT_FREE.of(Map.of(), NONE_OWN)).containsOnly(Double.NaN);
    assertThat(BehaviourScore.explainAway(new double[] {Double.NaN, 1}, NONE_OWN))
        .containsExactly(Double.NaN, 1);
  }
}
