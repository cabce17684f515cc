package dev.stillmark.detection.watermark.threebricks;

import dev.stillmark.detection.watermark.RefusedSequence;

/**
 * The payload that a multi-bit detector reads off its p-values.
 *
 * @param payload that of the least p-value, the lowest of equals
 * @param least its p-value, which the reference prints though it is the least of many
 * @param corrected the same times the number of payloads, at most 1: valid wherever a single one is
 */
record PayloadFigures(int payload, double least, double corrected) {

  /**
   * @throws RefusedSequence where nothing was scored and there is more than one payload: the
   *     reference fails there
   */
  static PayloadFigures of(long n, double[] tails) {
    if (n == 0 && tails.length > 1) {
      throw new RefusedSequence(
          "too-short", "a sequence with a payload must hold scored tokens but holds none");
    }
    int payload = 0;
    for (int other = 1; other < tails.length; other++) {
      if (tails[other] < tails[payload]) {
        payload = other;
      }
    }
    double corrected = Math.min(1, tails[payload] * tails.length);
    return new PayloadFigures(payload, tails[payload], corrected);
  }
}
