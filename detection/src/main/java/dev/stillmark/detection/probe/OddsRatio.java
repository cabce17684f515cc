package dev.stillmark.detection.probe;

import dev.stillmark.detection.stats.MantelHaenszel;

/**
 * The odds that the suspect is right where the teacher is, over those where the teacher is wrong,
 * among questions of equal difficulty.
 *
 * @param lower and {@code upper} are the ends of the 95 % interval for these two models; it takes
 *     questions for independent and says nothing of other models, which the rank does
 */
public record OddsRatio(double value, double lower, double upper) {

  static OddsRatio of(MantelHaenszel tables) {
    return new OddsRatio(tables.oddsRatio(), tables.lower(), tables.upper());
  }
}
