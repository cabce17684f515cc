package dev.stillmark.detection.attribution.measuring;

/**
 * Weights of models by which every family that answered enough counts once; zero for the others and
 * for suspects from outside the panel.
 */
record FamilyWeighting(double[] weights, double total) {

  static FamilyWeighting of(PanelRows rows, boolean[] whole) {
    int[] models = new int[rows.families()];
    for (int row = 0; row < rows.panel(); row++) {
      models[rows.family(row)] += whole[row] ? 1 : 0;
    }
    double[] weights = new double[rows.count()];
    double total = 0;
    for (int row = 0; row < rows.panel(); row++) {
      weights[row] = whole[row] ? 1.0 / models[rows.family(row)] : 0;
      total += weights[row];
    }
    return new FamilyWeighting(weights, total);
  }

  double of(int row) {
    return weights[row];
  }
}
