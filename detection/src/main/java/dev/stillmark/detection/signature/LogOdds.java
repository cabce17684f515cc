package dev.stillmark.detection.signature;

/**
 * The log-odds ratio with informative Dirichlet prior, as a z (Monroe, Colaresi & Quinn 2008,
 * "Fightin' Words", equations 16, 20 and 22).
 *
 * <p>The prior of a phrase is its share of the background, worth as much as the smaller of the two
 * samples (a large background would otherwise drown the teacher), with one output for the phrase
 * and one for all others, so a phrase that the background never shows has finite odds. Strict
 * arithmetic, because the list's digest names a detector: the same outputs must give the same bits
 * everywhere.
 */
public final class LogOdds {

  private LogOdds() {}

  /**
   * @param teacher teacher outputs that hold the phrase
   * @param teacherTotal the same, summed over all phrases of its length
   * @param background background outputs that hold the phrase
   * @param backgroundTotal the same, summed over all phrases of its length
   */
  public static double z(long teacher, long teacherTotal, long background, long backgroundTotal) {
    double prior = prior(teacherTotal, background, backgroundTotal);
    double variance = 1 / (teacher + prior) + 1 / (background + prior);
    return ratio(teacher, teacherTotal, background, backgroundTotal) / Math.sqrt(variance);
  }

  /** The log-odds ratio itself, of the same counts. */
  public static double ratio(
      long teacher, long teacherTotal, long background, long backgroundTotal) {
    double prior = prior(teacherTotal, background, backgroundTotal);
    double priorTotal = Math.min(teacherTotal, backgroundTotal) + 2.0;
    return logOdds(teacher + prior, teacherTotal + priorTotal)
        - logOdds(background + prior, backgroundTotal + priorTotal);
  }

  private static double prior(long teacherTotal, long background, long backgroundTotal) {
    double worth = Math.min(teacherTotal, backgroundTotal);
    return background * (worth / Math.max(1, backgroundTotal)) + 1;
  }

  private static double logOdds(double count, double total) {
    return StrictMath.log(count / (total - count));
  }
}
