package dev.stillmark.detection.watermark.vllm;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.stats.CompensatedSum;
import dev.stillmark.detection.stats.GammaTail;
import dev.stillmark.detection.stats.RealGammaTail;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * What vLLM's detectors print about one sequence, to be shown beside our own exact figures.
 *
 * <p>Neither is evidence about several outputs, which may share contexts, and the dual-key p is a
 * moment match that understates the tail: by a factor of 14 at 1e-20 for 10 tokens and alpha 0.1.
 */
final class VllmReference {

  private VllmReference() {}

  static ReferenceFigures of(VllmDraws draws, long[] ids) {
    VllmScheme scheme = draws.scheme();
    Contexts contexts = new Contexts(ids, scheme.contextWidth());
    PositionScorer scorer = draws.scorer();
    long n = 0;
    CompensatedSum sum = new CompensatedSum();
    for (int at = 0; at < ids.length; at++) {
      if (contexts.isNewBefore(at) || !scheme.deduplicateContexts()) {
        n++;
        sum.add(exponential(scheme, scorer.scoreAt(ids, at)));
      }
    }
    double score = sum.value();
    double p = n == 0 ? 1 : p(scheme, n, score);
    return new ReferenceFigures(n, null, score, null, p, n > 0 && p <= scheme.pValueThreshold());
  }

  private static double exponential(VllmScheme scheme, long score) {
    DrawScale scale = DrawScale.VLLM_FLOAT;
    return switch (scheme.variant()) {
      case GUMBEL -> scale.score(score);
      case DUAL_KEY ->
          (1 - scheme.alpha()) * scale.score(NullLaw.TwoUniforms.first(score))
              + scheme.alpha() * scale.score(NullLaw.TwoUniforms.second(score));
    };
  }

  /** Q(n/v, S/v), v the variance of a token's score; for one key, v is 1. */
  private static double p(VllmScheme scheme, long n, double score) {
    double alpha = scheme.alpha();
    if (alpha == 0 || alpha == 1) {
      return wholeTail(n, score);
    }
    double variance = (1 - alpha) * (1 - alpha) + alpha * alpha;
    return alpha == 0.5
        ? wholeTail(2 * n, score / variance)
        : RealGammaTail.of(n / variance, score / variance);
  }

  private static double wholeTail(long n, double score) {
    return StrictMath.pow(10, GammaTail.log10(n, score));
  }

  /** The padded contexts met so far: raw ids, so that it tells apart what the function does not. */
  private static final class Contexts {

    private final long[] padded;
    private final int width;
    private final Set<LongBuffer> met = new HashSet<>();

    Contexts(long[] ids, int width) {
      this.padded = new long[width + ids.length];
      this.width = width;
      Arrays.fill(padded, 0, width, -1);
      System.arraycopy(ids, 0, padded, width, ids.length);
    }

    boolean isNewBefore(int position) {
      return met.add(LongBuffer.wrap(padded, position, width));
    }
  }
}
