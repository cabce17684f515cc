package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.stats.ErrorRate;
import java.util.List;
import java.util.Optional;

/**
 * How well a score tells who taught a model, over the models of a panel.
 *
 * @param score its name: a signal's, {@code fused} or {@code prompt-free}
 * @param aucClean how often a taught pair scores higher than a vendor-clean one, ties half; NaN
 *     without either
 * @param aucKin the same against pairs that may know another teacher of the vendor
 * @param top1 documented students whose highest-scoring teacher, of those that something is known
 *     of, taught them
 * @param top3 those with a teacher that taught them among the highest three
 * @param vendor1 those whose highest-scoring teacher of all is of a vendor that taught them
 * @param levels of the pooled p of the score
 */
public record ScoreRow(
    String score,
    double aucClean,
    double aucKin,
    Optional<ErrorRate> top1,
    Optional<ErrorRate> top3,
    Optional<ErrorRate> vendor1,
    List<LevelRates> levels) {

  public ScoreRow {
    levels = List.copyOf(levels);
  }
}
