package dev.stillmark.detection.stats;

/**
 * A likelihood ratio whose logarithm is a line of a score, fitted to scores of known kind by
 * weighted logistic regression.
 *
 * <p>Two parameters, because few independent families back them: a step function through the same
 * points would follow single families. The slope carries a ridge of 1, in units of weight, so that
 * kinds which do not overlap give no infinite ratio, and is never negative.
 *
 * <p>Source: N. Brümmer and J. du Preez, "Application-independent evaluation of speaker detection"
 * (2006).
 */
public record LogisticCalibration(double intercept, double slope) {

  private static final LogisticCalibration UNINFORMATIVE = new LogisticCalibration(0, 0);
  private static final double RIDGE = 1;
  private static final int MOST_STEPS = 100;
  private static final double CONVERGED = 1e-12;

  /**
   * @param underHp whether the score is of the kind that the ratio speaks for
   * @param weights positive; the sum of each kind is its number of independent observations
   * @throws IllegalArgumentException unless there are scores of both kinds
   */
  public static LogisticCalibration fit(double[] scores, boolean[] underHp, double[] weights) {
    double hp = 0;
    double hd = 0;
    for (int i = 0; i < scores.length; i++) {
      hp += underHp[i] ? weights[i] : 0;
      hd += underHp[i] ? 0 : weights[i];
    }
    if (!(hp > 0 && hd > 0)) {
      throw new IllegalArgumentException(
          "a calibration needs scores under both hypotheses but their weights are %s and %s"
              .formatted(hp, hd));
    }
    double priorLogOdds = StrictMath.log(hp / hd);
    Newton newton = new Newton(scores, underHp, weights, priorLogOdds, 0);
    for (int step = 0; step < MOST_STEPS && newton.step() > CONVERGED; step++) {}
    return newton.slope > 0
        ? new LogisticCalibration(newton.intercept - priorLogOdds, newton.slope)
        : UNINFORMATIVE;
  }

  public double log10LikelihoodRatio(double score) {
    return (intercept + slope * score) / LogTail.LN_10;
  }

  private static final class Newton {

    private final double[] scores;
    private final boolean[] underHp;
    private final double[] weights;
    private double intercept;
    private double slope;

    Newton(double[] scores, boolean[] underHp, double[] weights, double intercept, double slope) {
      this.scores = scores;
      this.underHp = underHp;
      this.weights = weights;
      this.intercept = intercept;
      this.slope = slope;
    }

    /** Goes to where the quadratic approximation is least, or part of the way; returns the gain. */
    double step() {
      double ga = 0;
      double gb = RIDGE * slope;
      double haa = 0;
      double hab = 0;
      double hbb = RIDGE;
      for (int i = 0; i < scores.length; i++) {
        double p = 1 / (1 + StrictMath.exp(-intercept - slope * scores[i]));
        double residual = weights[i] * (p - (underHp[i] ? 1 : 0));
        double curvature = weights[i] * p * (1 - p);
        ga += residual;
        gb += residual * scores[i];
        haa += curvature;
        hab += curvature * scores[i];
        hbb += curvature * scores[i] * scores[i];
      }
      double determinant = haa * hbb - hab * hab;
      return advance((hbb * ga - hab * gb) / determinant, (haa * gb - hab * ga) / determinant);
    }

    private double advance(double towardsIntercept, double towardsSlope) {
      double before = loss(intercept, slope);
      for (double share = 1; share > CONVERGED; share /= 2) {
        double a = intercept - share * towardsIntercept;
        double b = slope - share * towardsSlope;
        double gain = before - loss(a, b);
        if (gain > 0) {
          intercept = a;
          slope = b;
          return gain;
        }
      }
      return 0;
    }

    private double loss(double a, double b) {
      double loss = RIDGE * b * b / 2;
      for (int i = 0; i < scores.length; i++) {
        double logOdds = a + b * scores[i];
        double against = underHp[i] ? -logOdds : logOdds;
        loss += weights[i] * softplus(against);
      }
      return loss;
    }

    /** ln(1 + e^x), for large x as well. */
    private static double softplus(double x) {
      return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }
  }
}
