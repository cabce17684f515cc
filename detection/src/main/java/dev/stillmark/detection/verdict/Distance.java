package dev.stillmark.detection.verdict;

/** How far a statistic lies from its mean under Hd, in standard deviations. */
final class Distance {

  private Distance() {}

  static double ofCount(long trials, long successes, double p) {
    return trials == 0 ? 0 : (successes - p * trials) / Math.sqrt(trials * p * (1 - p));
  }
}
