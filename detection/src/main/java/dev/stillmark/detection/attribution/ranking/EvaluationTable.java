package dev.stillmark.detection.attribution.ranking;

import java.util.List;
import java.util.Optional;

/**
 * How well attribution does on the models of a panel, each held against the panel without its
 * family: what is known of them is read for the table alone.
 *
 * @param models how many answered enough to be in the table
 * @param families that they belong to
 * @param scores each signal by itself, then {@code fused} and {@code prompt-free}
 * @param familyPanel of the family-panel p
 * @param likelihoodRatio empty where too few families are known to be taught or clean
 */
public record EvaluationTable(
    int models,
    int families,
    List<ScoreRow> scores,
    List<LevelRates> familyPanel,
    SameModelRates sameModel,
    Optional<LikelihoodRatioRates> likelihoodRatio) {

  public EvaluationTable {
    scores = List.copyOf(scores);
    familyPanel = List.copyOf(familyPanel);
  }
}
