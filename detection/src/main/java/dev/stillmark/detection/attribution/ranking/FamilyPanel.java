package dev.stillmark.detection.attribution.ranking;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A suspect and the vendor-clean models of a teacher, every one scaled against all families but its
 * own, the suspect being a family of the panel like the others.
 *
 * <p>Suspect and families go through the same function of the same set, so that under exchangeable
 * families the suspect's rank among family maxima is uniform, whatever the scores are.
 *
 * @param suspect its fused score; NaN if it has none
 * @param ofModels by panel model; NaN for those that are not clean, left out or without a score
 */
record FamilyPanel(Panelists panelists, double suspect, double[] ofModels) {

  /** Fewer families cannot be scaled against each other. */
  static final int LEAST_FAMILIES = 3;

  static FamilyPanel of(PanelScores scores, CentredRow suspect, int teacher) {
    return new FamilyPanelScaling(scores, suspect, teacher).scale();
  }

  /** (1 + families whose best model scores as high) / (families + 1). */
  OptionalDouble p() {
    double[] maxima = maxima();
    if (Double.isNaN(suspect) || maxima.length < LEAST_FAMILIES) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(rank(suspect, maxima));
  }

  int families() {
    return maxima().length;
  }

  int models() {
    return (int) Arrays.stream(ofModels).filter(score -> !Double.isNaN(score)).count();
  }

  private double[] maxima() {
    return maxima(panelists, ofModels);
  }

  /** Of each family with a score, its highest. */
  static double[] maxima(Panelists panelists, double[] ofModels) {
    double[] maxima = new double[panelists.familyCount()];
    Arrays.fill(maxima, Double.NaN);
    for (int model = 0; model < ofModels.length; model++) {
      int family = panelists.family(model);
      if (!(maxima[family] >= ofModels[model]) && !Double.isNaN(ofModels[model])) {
        maxima[family] = ofModels[model];
      }
    }
    return Arrays.stream(maxima).filter(score -> !Double.isNaN(score)).toArray();
  }

  static double rank(double suspect, double[] maxima) {
    long atLeast = Arrays.stream(maxima).filter(score -> score >= suspect).count();
    return (1.0 + atLeast) / (1.0 + maxima.length);
  }
}
