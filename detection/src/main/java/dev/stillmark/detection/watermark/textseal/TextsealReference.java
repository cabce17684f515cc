package dev.stillmark.detection.watermark.textseal;

import dev.stillmark.detection.stats.BinomialTail;
import dev.stillmark.detection.stats.GammaTail;
import dev.stillmark.detection.stats.NormalTail;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.ScoredTuples;
import org.jspecify.annotations.Nullable;

/**
 * What TextSeal's detector prints about one sequence, or about several that share what was seen.
 *
 * <p>Its p-values are not ours: it halves the weight of the observed count (mid-p), takes γ for the
 * rate of green levels, counts tokens of one context again under v2, and floors at 1e-200.
 *
 * @param n scored tokens; the first that could be scored never is
 * @param sum green tokens, exponential scores, or set bits of all layers, with their weights if any
 */
record TextsealReference(TextsealScheme scheme, long n, double sum) {

  private static final double FLOOR = 1e-200;

  static TextsealReference of(TextsealLevels levels, long[] ids, ScoredTuples seen) {
    TextsealScheme scheme = levels.scheme();
    PositionScorer scorer = levels.scorer();
    double[] weights = weights(scheme);
    int n = 0;
    double sum = 0;
    for (int at = scheme.ngram() + 1; at < ids.length; at++) {
      if (seen.add(ids, at)) {
        n++;
        sum += value(scheme, scorer.scoreAt(ids, at), weights);
      }
    }
    return new TextsealReference(scheme, n, sum);
  }

  private static double value(TextsealScheme scheme, long score, double[] weights) {
    return switch (scheme.method()) {
      case GREENLIST, DIPMARK -> score;
      case GUMBELMAX -> -StrictMath.log(1f - (float) score / (float) LevelHash.LEVELS);
      case SYNTHID -> Long.bitCount(score);
      case SYNTHID_WEIGHTED -> weigh(score, weights);
    };
  }

  private static double weigh(long bits, double[] weights) {
    double sum = 0;
    for (int layer = 0; layer < weights.length; layer++) {
      sum += (bits >>> layer & 1) * weights[layer];
    }
    return sum;
  }

  /** From 10 down to 1 in equal steps, scaled to a mean of 1. */
  private static double[] weights(TextsealScheme scheme) {
    int depth = scheme.depth();
    double[] weights = new double[depth];
    for (int layer = 0; layer < depth; layer++) {
      double linear = depth == 1 ? 10 : 10 - 9.0 * layer / (depth - 1);
      weights[layer] = linear * 2 / (depth == 1 ? 20 : 11);
    }
    return weights;
  }

  double p() {
    return switch (scheme.method()) {
      case GREENLIST, DIPMARK -> midP(n, (long) sum);
      case GUMBELMAX -> n == 0 ? Double.NaN : floored(power(GammaTail.log10(n, sum)));
      case SYNTHID -> midP(n * scheme.depth(), (long) sum);
      case SYNTHID_WEIGHTED -> n == 0 ? 1 : floored(NormalTail.of(weightedZ()));
    };
  }

  private double midP(long trials, long green) {
    double gamma = scheme.gamma();
    return trials == 0 ? Double.NaN : floored(midP(trials, green, gamma));
  }

  /** P(Bin ≥ s) - P(Bin = s) / 2, as the mean of the tails from s and from s + 1 on. */
  static double midP(long trials, long green, double gamma) {
    double from = power(BinomialTail.log10(trials, green, gamma, 1 - gamma));
    double above = power(BinomialTail.log10(trials, green + 1, gamma, 1 - gamma));
    return (from + above) / 2;
  }

  private double weightedZ() {
    double squares = 0;
    for (double weight : weights(scheme)) {
      squares += weight * weight;
    }
    double gamma = scheme.gamma();
    return (sum - n * gamma * scheme.depth()) / Math.sqrt(gamma * (1 - gamma) * n * squares);
  }

  private static double power(double log10P) {
    return StrictMath.pow(10, log10P);
  }

  private static double floored(double p) {
    return Math.max(p, FLOOR);
  }

  ReferenceFigures figures() {
    @Nullable Long green =
        switch (scheme.method()) {
          case GREENLIST, DIPMARK -> (long) sum;
          case GUMBELMAX, SYNTHID, SYNTHID_WEIGHTED -> null;
        };
    return new ReferenceFigures(n, green, sum, null, p(), null);
  }
}
