package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.Measurements;
import java.util.BitSet;

/** What a panel says once a suspect's families are out of it. */
record LeftOutPanel(
    PanelScores scores,
    PooledNull fused,
    PooledNull promptFree,
    SameModelRule sameModel,
    LikelihoodRatioScale likelihoodRatio) {

  static LeftOutPanel of(Panelists panelists, Measurements measurements, BitSet leftOut) {
    PanelScores scores = new PanelScores(panelists, leftOut);
    return new LeftOutPanel(
        scores,
        new PooledNull(scores, BehaviourScore.FUSED),
        new PooledNull(scores, BehaviourScore.PROMPT_FREE),
        new SameModelRule(scores, measurements.likeness()),
        new LikelihoodRatioScale(scores));
  }
}
