package dev.stillmark.detection.attribution.measuring;

import java.util.Arrays;

/**
 * Likeness of mean styles: minus the mean absolute difference of z-scores, cut at 3, between a
 * model and the mean of a teacher's references.
 */
final class StyleDistance {

  private static final double LARGEST_Z = 3;
  private static final double SMALLEST_SPREAD = 1e-9;

  private final PanelRows rows;
  private final FamilyWeighting weighting;

  StyleDistance(PanelRows rows, FamilyWeighting weighting) {
    this.rows = rows;
    this.weighting = weighting;
  }

  /**
   * [model][teacher]; each side is centred on its own panel mean.
   *
   * @param models mean styles by row, NaN if a model has none
   * @param teachers the same, of the answers that stand for teachers; scales are theirs
   */
  double[][] likeness(double[][] models, double[][] teachers) {
    double[] spread = spread(teachers, mean(teachers));
    double[][] suspects = standardise(models, spread);
    double[][] references = standardise(teachers, spread);
    double[][] likeness = new double[rows.count()][rows.teachers()];
    for (int row = 0; row < likeness.length; row++) {
      for (int teacher = 0; teacher < rows.teachers(); teacher++) {
        double[] reference = meanReference(references, teacher, row);
        likeness[row][teacher] = -meanDifference(suspects[row], reference);
      }
    }
    return likeness;
  }

  private double[] mean(double[][] styles) {
    return weightedMean(styles, new double[StyleVector.SIZE], 1);
  }

  private double[] spread(double[][] styles, double[] mean) {
    double[] squares = weightedMean(styles, mean, 2);
    for (int i = 0; i < squares.length; i++) {
      squares[i] = Math.sqrt(squares[i]) + SMALLEST_SPREAD;
    }
    return squares;
  }

  /** The weighted mean of the first or second power of the distance from {@code centre}. */
  private double[] weightedMean(double[][] styles, double[] centre, int power) {
    double[] mean = new double[StyleVector.SIZE];
    for (int row = 0; row < rows.panel(); row++) {
      double weight = weighting.of(row) / weighting.total();
      for (int i = 0; weight > 0 && i < mean.length; i++) {
        double value = Double.isNaN(styles[row][i]) ? 0 : styles[row][i];
        double distance = value - centre[i];
        mean[i] += weight * (power == 1 ? distance : distance * distance);
      }
    }
    return mean;
  }

  private double[][] standardise(double[][] styles, double[] spread) {
    double[] centre = mean(styles);
    double[][] standard = new double[styles.length][StyleVector.SIZE];
    for (int row = 0; row < styles.length; row++) {
      for (int i = 0; i < spread.length; i++) {
        double z = (styles[row][i] - centre[i]) / spread[i];
        standard[row][i] = Math.clamp(z, -LARGEST_Z, LARGEST_Z);
      }
    }
    return standard;
  }

  private double[] meanReference(double[][] references, int teacher, int except) {
    double[] mean = new double[StyleVector.SIZE];
    int count = 0;
    for (int row : rows.references()) {
      if (rows.teacher(row) == teacher && row != except && !Double.isNaN(references[row][0])) {
        for (int i = 0; i < mean.length; i++) {
          mean[i] += references[row][i];
        }
        count++;
      }
    }
    int divisor = count;
    return Arrays.stream(mean).map(sum -> sum / divisor).toArray();
  }

  private static double meanDifference(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs(one[i] - other[i]);
    }
    return sum / one.length;
  }
}
