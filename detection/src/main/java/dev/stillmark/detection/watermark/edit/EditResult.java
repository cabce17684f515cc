package dev.stillmark.detection.watermark.edit;

import java.util.Arrays;

/**
 * The permutation test of one text.
 *
 * @param statistic the least cost of aligning the text with the key's sequence, over all its cyclic
 *     shifts: the lower, the more watermarked
 * @param nullRuns other sequences that the text was aligned with
 * @param nullsAtMost those of them that cost no more
 * @param referenceP what the reference prints
 */
public record EditResult(double statistic, int nullRuns, int nullsAtMost, double referenceP) {

  /** The p-value (1 + nullsAtMost) / (1 + nullRuns), which is valid for any number of runs. */
  public double p() {
    return (1.0 + nullsAtMost) / (1.0 + nullRuns);
  }

  static int countAtMost(double statistic, double[] nulls) {
    return (int) Arrays.stream(nulls).filter(cost -> cost <= statistic).count();
  }
}
