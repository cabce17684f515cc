package dev.stillmark.detection.stats;

/**
 * The common odds ratio of 2×2 tables, one for each stratum, with the standard error of its
 * logarithm.
 *
 * <p>The variance is consistent both for few large and for many sparse strata. Sources: N. Mantel
 * and W. Haenszel, "Statistical aspects of the analysis of data from retrospective studies of
 * disease" (1959); J. Robins, N. Breslow and S. Greenland, "Estimators of the Mantel-Haenszel
 * variance consistent in both sparse data and large-strata limiting models" (1986).
 *
 * <p>Not safe for use by several threads.
 */
public final class MantelHaenszel {

  /** The normal quantile of a two-sided 95 %. */
  private static final double Z_95 = 1.959963984540054;

  private double concordant;
  private double discordant;
  private double concordantSquares;
  private double mixed;
  private double discordantSquares;

  /**
   * Adds the table of one stratum: how often both events came, only one of the two, or neither. A
   * table without any count changes nothing.
   */
  public void add(long both, long firstOnly, long secondOnly, long neither) {
    if (both < 0 || firstOnly < 0 || secondOnly < 0 || neither < 0) {
      throw new IllegalArgumentException(
          "counts must be at least 0 but are %d, %d, %d and %d"
              .formatted(both, firstOnly, secondOnly, neither));
    }
    double total = (double) both + firstOnly + secondOnly + neither;
    if (total == 0) {
      return;
    }
    double same = (both + (double) neither) / total;
    double different = (firstOnly + (double) secondOnly) / total;
    double r = (double) both * neither / total;
    double s = (double) firstOnly * secondOnly / total;
    concordant += r;
    discordant += s;
    concordantSquares += same * r;
    mixed += same * s + different * r;
    discordantSquares += different * s;
  }

  /** Whether the odds ratio is neither 0 nor infinite nor undefined, so that all figures exist. */
  public boolean isFinite() {
    return concordant > 0 && discordant > 0;
  }

  public double oddsRatio() {
    return concordant / discordant;
  }

  /** The standard error of the odds ratio's natural logarithm. */
  public double standardError() {
    double variance =
        concordantSquares / (2 * concordant * concordant)
            + mixed / (2 * concordant * discordant)
            + discordantSquares / (2 * discordant * discordant);
    return StrictMath.sqrt(variance);
  }

  /** The odds ratio's logarithm in standard errors from 0. */
  public double z() {
    return StrictMath.log(oddsRatio()) / standardError();
  }

  /** The lower end of the 95 % interval. */
  public double lower() {
    return oddsRatio() * StrictMath.exp(-Z_95 * standardError());
  }

  /** The upper end of the 95 % interval. */
  public double upper() {
    return oddsRatio() * StrictMath.exp(Z_95 * standardError());
  }
}
