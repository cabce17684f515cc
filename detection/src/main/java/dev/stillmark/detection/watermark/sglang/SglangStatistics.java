package dev.stillmark.detection.watermark.sglang;

import dev.stillmark.detection.stats.GammaTail;

/**
 * What SGLang's detector says about some of a sequence's contexts under one key.
 *
 * @param score the sum of their exponential scores
 * @param logP ln p, which does not underflow
 */
record SglangStatistics(long contexts, double score, double z, double p, double logP) {

  private static final double LN_10 = StrictMath.log(10);

  static SglangStatistics of(long contexts, double score) {
    if (contexts == 0) {
      return new SglangStatistics(0, 0, 0, 1, 0);
    }
    double z = (score - contexts) / Math.sqrt((double) contexts);
    double logP = GammaTail.log10(contexts, score) * LN_10;
    return new SglangStatistics(contexts, score, z, StrictMath.exp(logP), logP);
  }
}
