package dev.stillmark.detection.watermark.threebricks;

import dev.stillmark.detection.random.SeedModulus;
import dev.stillmark.detection.watermark.WatermarkKey;

/** What both schemes ask of their parameters and keys. */
final class Parameters {

  private Parameters() {}

  static void require(int vocabularySize, int ngram, int payload, int payloadMax) {
    if (vocabularySize < 2) {
      throw new IllegalArgumentException("vocabSize must be at least 2 but is " + vocabularySize);
    }
    if (ngram < 1) {
      throw new IllegalArgumentException("ngram must be at least 1 but is " + ngram);
    }
    if (payloadMax < 0 || payloadMax >= vocabularySize) {
      throw new IllegalArgumentException(
          "payloadMax must be within 0..%d but is %d".formatted(vocabularySize - 1, payloadMax));
    }
    if (payload < 0 || payload > payloadMax) {
      throw new IllegalArgumentException(
          "payload must be within 0..%d but is %d".formatted(payloadMax, payload));
    }
  }

  /** The key modulo 2^64 - 1, which is all that reaches a seed. */
  static long effectiveKey(WatermarkKey key) {
    return SeedModulus.residue(key.value());
  }

  /** The default seed of three_bricks and of radioactive-watermark is 0. */
  static boolean isPublished(WatermarkKey key) {
    return effectiveKey(key) == 0;
  }
}
