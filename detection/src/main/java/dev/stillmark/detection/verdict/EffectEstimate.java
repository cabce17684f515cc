package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.stats.EffectSize;
import dev.stillmark.detection.stats.KappaConfidenceSequence;
import dev.stillmark.detection.stats.MeanConfidenceSequence;

/**
 * How strong a mark is under each law, with a confidence sequence that may be looked at as often as
 * one likes.
 */
public final class EffectEstimate {

  private EffectEstimate() {}

  /**
   * The share of green tokens or set bits; κ for uniform draws, whose density is κ u^(κ-1); the
   * mean weighted exponential score for two uniform draws.
   *
   * @param scored units of evidence, at least 1
   * @param sum green items or set bits; for uniform draws the sum of their ln u at the middle of
   *     the level ({@link dev.stillmark.detection.stats.UniformEvalue#logMiddle}); for two uniform
   *     draws the weighted sum of scores
   */
  public static EffectSize of(NullLaw law, long scored, double sum, double confidence) {
    return switch (law) {
      case NullLaw.GreenList _, NullLaw.FixedList _, NullLaw.Coin _ ->
          MeanConfidenceSequence.ofBits(scored, (long) sum, confidence);
      case NullLaw.Bits bits ->
          MeanConfidenceSequence.ofBits(scored * bits.depth(), (long) sum, confidence);
      case NullLaw.Uniform uniform ->
          KappaConfidenceSequence.at(scored, sum, uniform.scale().levels(), confidence);
      case NullLaw.TwoUniforms two ->
          MeanConfidenceSequence.ofValues(
              scored, sum, two.scale().score(two.scale().levels() - 1), confidence);
    };
  }
}
