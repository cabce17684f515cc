package dev.stillmark.detection.watermark.sglang;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.stats.CompensatedSum;

/** The exponential scores of some contexts. */
final class ScoreSum {

  private final CompensatedSum sum = new CompensatedSum();
  private long contexts;

  void add(int draw) {
    sum.add(DrawScale.SGLANG_WORD.score(Integer.toUnsignedLong(draw)));
    contexts++;
  }

  SglangStatistics statistics() {
    return SglangStatistics.of(contexts, sum.value());
  }
}
