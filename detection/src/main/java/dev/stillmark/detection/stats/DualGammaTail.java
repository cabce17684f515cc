package dev.stillmark.detection.stats;

/**
 * P((1-α) A + α B ≥ s) in log10 for independent A, B ~ Gamma(n, 1): the exact tail of a dual-key
 * Gumbel sum.
 */
public final class DualGammaTail {

  private DualGammaTail() {}

  /** n must be at least 1 and α within [0, 1]; an s of 0 or less gives 0. */
  public static double log10(long n, double alpha, double s) {
    throw new UnsupportedOperationException("comes with the vLLM scheme");
  }
}
