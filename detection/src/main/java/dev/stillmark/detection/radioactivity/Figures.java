package dev.stillmark.detection.radioactivity;

import dev.stillmark.detection.verdict.Tally;

/**
 * The statistics of distinct draws under one key.
 *
 * @param tokens positions that can be scored, repeats and those left out included
 * @param scored distinct units of evidence
 * @param statistic green items, set bits, or the sum of exponential scores
 * @param log10P exact tail
 * @param log10E e-value
 */
public record Figures(
    long tokens, long scored, double statistic, double z, double log10P, double log10E) {

  Figures withLog10P(double exact) {
    return new Figures(tokens, scored, statistic, z, exact, log10E);
  }

  static Figures of(long tokens, Tally tally) {
    return new Figures(
        tokens, tally.scored(), tally.statistic(), tally.z(), tally.log10P(), tally.log10E());
  }
}
