package dev.stillmark.detection.watermark.sglang;

import dev.stillmark.detection.evidence.DrawScale;

/** A running sum of exponential scores that keeps what rounding would lose (Neumaier 1974). */
final class ScoreSum {

  private long contexts;
  private double sum;
  private double lost;

  void add(int draw) {
    double score = DrawScale.SGLANG_WORD.score(Integer.toUnsignedLong(draw));
    double next = sum + score;
    lost += sum >= score ? (sum - next) + score : (score - next) + sum;
    sum = next;
    contexts++;
  }

  SglangStatistics statistics() {
    return SglangStatistics.of(contexts, sum + lost);
  }
}
