package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.stats.BinomialPower;
import dev.stillmark.detection.stats.UniformPower;

/**
 * How probable it is that a watermark's e-value reaches a threshold under an effect: a share of
 * green tokens or set bits, or the mean exponential score of a marked draw.
 *
 * <p>Where a policy declares no effect of a law's own kind, effects are put on one scale: the shift
 * of one unit's mean in its own standard deviations that takes a green share from 0.25 to 0.27.
 */
final class WatermarkPower {

  private static final double STANDARD_SHIFT = 0.02 / Math.sqrt(0.25 * 0.75);

  private WatermarkPower() {}

  static double of(NullLaw law, long scored, Policy policy, double log10Threshold) {
    return of(law, scored, declaredEffect(law, policy), log10Threshold);
  }

  /**
   * @param scored units of evidence, as a {@link Tally} counts them
   */
  static double of(NullLaw law, long scored, double effect, double log10Threshold) {
    return switch (law) {
      case NullLaw.GreenList green ->
          BinomialPower.of(
              green.vocabularySize(), green.greenListSize(), scored, effect, log10Threshold);
      case NullLaw.FixedList fixed ->
          BinomialPower.ofOneList(
              fixed.vocabularySize(), fixed.greenListSize(), scored, effect, log10Threshold);
      case NullLaw.Coin coin ->
          BinomialPower.of(coin.levels(), coin.ones(), scored, effect, log10Threshold);
      case NullLaw.Bits bits ->
          BinomialPower.of(
              bits.levels(), bits.ones(), scored * bits.depth(), effect, log10Threshold);
      case NullLaw.Uniform _ -> UniformPower.of(scored, effect, log10Threshold);
      case NullLaw.TwoUniforms two ->
          UniformPower.of(Math.round(scored * informationShare(two)), effect, log10Threshold);
    };
  }

  /** What the effect is where there is no mark. */
  static double absentEffect(NullLaw law) {
    return switch (law) {
      case NullLaw.GreenList green -> (double) green.greenListSize() / green.vocabularySize();
      case NullLaw.FixedList fixed -> (double) fixed.greenListSize() / fixed.vocabularySize();
      case NullLaw.Coin coin -> (double) coin.ones() / coin.levels();
      case NullLaw.Bits bits -> (double) bits.ones() / bits.levels();
      case NullLaw.Uniform _, NullLaw.TwoUniforms _ -> 1;
    };
  }

  private static double declaredEffect(NullLaw law, Policy policy) {
    double absent = absentEffect(law);
    return switch (law) {
      case NullLaw.GreenList _, NullLaw.FixedList _, NullLaw.Coin _ ->
          policy.greenShareUnderHp(absent);
      case NullLaw.Bits bits -> meanBit(absent, bits.depth(), policy);
      case NullLaw.Uniform _, NullLaw.TwoUniforms _ -> absent + STANDARD_SHIFT;
    };
  }

  private static double meanBit(double absent, int depth, Policy policy) {
    Double declared = policy.effect();
    return declared != null && declared > absent
        ? declared
        : absent + STANDARD_SHIFT * Math.sqrt(absent * (1 - absent) / depth);
  }

  /**
   * Not knowing which of two draws was marked leaves this share of the Fisher information of a
   * marked draw, for marks that are not strong.
   */
  private static double informationShare(NullLaw.TwoUniforms law) {
    return (1 - law.alpha()) * (1 - law.alpha()) + law.alpha() * law.alpha();
  }
}
