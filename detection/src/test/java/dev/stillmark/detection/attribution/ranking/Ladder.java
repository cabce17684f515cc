package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.Exposure;

/** A panel whose models score 2, 4, 6, ... for teacher a, and all 0 for teacher b. */
final class Ladder {

  private Ladder() {}

  static MadeUpPanel cleanPanel(int families) {
    MadeUpPanel made = new MadeUpPanel("a", "b");
    for (int model = 1; model <= families; model++) {
      made.add("m" + model, "f" + model, Exposure.VENDOR_CLEAN);
    }
    return made;
  }

  static double[][] scores(int families, double... suspects) {
    double[][] scores = new double[2 + families + suspects.length][];
    scores[0] = new double[] {Double.NaN, 0};
    scores[1] = new double[] {0, Double.NaN};
    for (int model = 1; model <= families; model++) {
      scores[1 + model] = new double[] {2 * model, 0};
    }
    for (int suspect = 0; suspect < suspects.length; suspect++) {
      scores[2 + families + suspect] = new double[] {suspects[suspect], 0};
    }
    return scores;
  }
}
