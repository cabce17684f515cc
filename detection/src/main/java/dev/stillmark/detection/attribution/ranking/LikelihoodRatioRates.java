package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.stats.LikelihoodRatioCost;
import java.util.List;

/**
 * How good the likelihood ratios of a panel's pairs are, each calibrated without its own family.
 *
 * @param cost every family weighing the same in each kind
 * @param taught log10 of the ratios of taught pairs, ascending, and {@code clean} those of
 *     vendor-clean pairs: a Tippett plot shows of each what share is above
 */
public record LikelihoodRatioRates(
    LikelihoodRatioCost cost, List<Double> taught, List<Double> clean) {

  public LikelihoodRatioRates {
    taught = List.copyOf(taught);
    clean = List.copyOf(clean);
  }
}
