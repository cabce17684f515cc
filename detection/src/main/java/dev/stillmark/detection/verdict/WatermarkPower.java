package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.stats.BinomialPower;
import dev.stillmark.detection.stats.UniformPower;

/**
 * How probable it is that a watermark's e-value reaches a threshold under the effect that a policy
 * declares.
 *
 * <p>Effects of different laws are put on one scale: the shift of one unit's mean in its own
 * standard deviations that takes a green share from 0.25 to 0.27.
 */
final class WatermarkPower {

  private static final double STANDARD_SHIFT = 0.02 / Math.sqrt(0.25 * 0.75);

  private WatermarkPower() {}

  static double of(NullLaw law, long scored, Policy policy, double log10Threshold) {
    return switch (law) {
      case NullLaw.GreenList green ->
          ofBits(green.greenListSize(), green.vocabularySize(), scored, policy, log10Threshold);
      case NullLaw.FixedList fixed ->
          ofBits(fixed.greenListSize(), fixed.vocabularySize(), scored, policy, log10Threshold);
      case NullLaw.Coin coin -> ofBits(coin.ones(), coin.levels(), scored, policy, log10Threshold);
      case NullLaw.Bits bits -> ofLayers(bits, scored, policy, log10Threshold);
      case NullLaw.Uniform _ -> UniformPower.of(scored, STANDARD_SHIFT, log10Threshold);
      case NullLaw.TwoUniforms two ->
          UniformPower.of(
              Math.round(scored * (squared(1 - two.alpha()) + squared(two.alpha()))),
              STANDARD_SHIFT,
              log10Threshold);
    };
  }

  private static double squared(double x) {
    return x * x;
  }

  private static double ofBits(
      int ones, int levels, long scored, Policy policy, double log10Threshold) {
    double share = policy.greenShareUnderHp((double) ones / levels);
    return BinomialPower.of(levels, ones, scored, share, log10Threshold);
  }

  private static double ofLayers(
      NullLaw.Bits law, long scored, Policy policy, double log10Threshold) {
    double p = (double) law.ones() / law.levels();
    Double declared = policy.effect();
    double share =
        declared != null && declared > p
            ? declared
            : p + STANDARD_SHIFT * Math.sqrt(p * (1 - p) / law.depth());
    return BinomialPower.of(law.levels(), law.ones(), scored * law.depth(), share, log10Threshold);
  }
}
