package dev.stillmark.detection.attribution.ranking;

/**
 * What score is to be expected of a model that the teacher did not teach, given how long its
 * answers are: a weighted line with a ridge of 1 on its slope, and the spread about it.
 *
 * @param sigma the root of the weighted mean squared residual; NaN where nothing can be scaled
 */
record NullFit(
    double meanLength, double lengthSpread, double intercept, double slope, double sigma) {

  /** Of a null that cannot be fitted: every z is NaN. */
  static final NullFit NONE = new NullFit(0, 1, 0, 0, Double.NaN);

  private static final double MOST_SPREADS = 2.5;
  private static final double RIDGE = 1;
  // Keeps a null of equal lengths apart from division by zero.
  private static final double LEAST_SPREAD = 1e-9;
  // Equal scores differ by rounding alone, which is no spread.
  private static final double NEGLIGIBLE = 1e-9;

  static NullFit of(NullSample sample) {
    double[] w = sample.weights();
    double n = sample.size();
    double mean = 0;
    for (int i = 0; i < w.length; i++) {
      mean += w[i] * sample.length(i) / n;
    }
    double variance = 0;
    for (int i = 0; i < w.length; i++) {
      double deviation = sample.length(i) - mean;
      variance += w[i] * deviation * deviation / n;
    }
    return fit(sample, w, mean, Math.sqrt(variance) + LEAST_SPREAD);
  }

  /** Solves the normal equations in intercept and slope. */
  private static NullFit fit(NullSample sample, double[] w, double mean, double spread) {
    double n = sample.size();
    double sx = 0;
    double sxx = RIDGE;
    double sy = 0;
    double sxy = 0;
    for (int i = 0; i < w.length; i++) {
      double x = (sample.length(i) - mean) / spread;
      sx += w[i] * x;
      sxx += w[i] * x * x;
      sy += w[i] * sample.score(i);
      sxy += w[i] * x * sample.score(i);
    }
    double determinant = n * sxx - sx * sx;
    double intercept = (sxx * sy - sx * sxy) / determinant;
    double slope = (n * sxy - sx * sy) / determinant;
    NullFit line = new NullFit(mean, spread, intercept, slope, 1);
    return new NullFit(mean, spread, intercept, slope, line.spreadOf(sample, w));
  }

  private double spreadOf(NullSample sample, double[] w) {
    double sum = 0;
    double largest = 0;
    for (int i = 0; i < w.length; i++) {
      double x = (sample.length(i) - meanLength) / lengthSpread;
      double residual = sample.score(i) - intercept - slope * x;
      sum += w[i] * residual * residual;
      largest = Math.max(largest, Math.abs(sample.score(i)));
    }
    double sigma = Math.sqrt(sum / w.length);
    return sigma > NEGLIGIBLE * largest ? sigma : Double.NaN;
  }

  /** How many spreads above expectation; beyond 2.5 spreads of length the line goes no further. */
  double z(double score, double length) {
    double x = (length - meanLength) / lengthSpread;
    double within = Math.clamp(x, -MOST_SPREADS, MOST_SPREADS);
    return (score - intercept - slope * within) / sigma;
  }
}
