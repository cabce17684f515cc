package dev.stillmark.detection.watermark.threebricks;

import dev.stillmark.detection.stats.BinomialTail;
import dev.stillmark.detection.stats.GammaTail;
import dev.stillmark.detection.stats.NormalTail;

/** The p-values that three_bricks prints: never below 1e-200, and not a number where it says so. */
final class PrintedTails {

  private static final double FLOOR = 1e-200;

  private PrintedTails() {}

  /** Of a sum of n exponential scores. */
  static double openai(Tail tail, long n, double score) {
    return switch (tail) {
      case EXACT -> n == 0 ? Double.NaN : floored(GammaTail.log10(n, score));
      case NORMAL -> normal((score / n - 1) / (Math.PI / Math.sqrt(6) / Math.sqrt((double) n)));
    };
  }

  /** Of {@code score} green tokens among n. */
  static double maryland(Tail tail, long n, long score, double gamma) {
    return switch (tail) {
      case EXACT ->
          score < 0 ? Double.NaN : floored(BinomialTail.log10(n, score, gamma, 1 - gamma));
      case NORMAL -> normal((score - gamma * n) / Math.sqrt(n * gamma * (1 - gamma)));
    };
  }

  private static double floored(double log10P) {
    return Math.max(StrictMath.pow(10, log10P), FLOOR);
  }

  /** Beyond 40 standard deviations below the mean every p-value is 1. */
  private static double normal(double z) {
    return Math.max(NormalTail.of(Math.max(z, -40)), FLOOR);
  }
}
