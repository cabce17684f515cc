package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.stats.EffectSize;
import org.jspecify.annotations.Nullable;

/**
 * The running statistics of distinct scored items under one law.
 *
 * <p>The caller hands over each item once, with its group as a small number. Figures are a function
 * of the items alone, to the last bit, in whatever order they came.
 */
public sealed interface Tally
    permits GreenListTally, FixedListTally, CoinTally, UniformTally, TwoUniformsTally, BitsTally {

  /** An empty tally. */
  static Tally of(NullLaw law) {
    return switch (law) {
      case NullLaw.GreenList green -> new GreenListTally(green);
      case NullLaw.FixedList fixed -> new FixedListTally(fixed);
      case NullLaw.Coin coin -> new CoinTally(coin);
      case NullLaw.Uniform uniform -> new UniformTally(uniform);
      case NullLaw.TwoUniforms two -> new TwoUniformsTally(two);
      case NullLaw.Bits bits -> new BitsTally(bits);
    };
  }

  void add(int group, long score);

  /** Units of evidence so far: groups for g-values, else items. */
  long scored();

  /** The law's statistic: green items, set bits, or the sum of exponential scores. */
  double statistic();

  /** The statistic's distance from its mean under Hd, in its standard deviations; 0 for none. */
  double z();

  /** The exact tail; 0 for no items. */
  double log10P();

  /** The same where it is proved to be conservative, else 0 (p = 1). */
  default double log10PBound() {
    return log10P();
  }

  /**
   * How strong the mark is, see {@link EffectEstimate}; null for no items.
   *
   * @param confidence of the bounds at all times together, in (0, 1)
   */
  @Nullable EffectSize effect(double confidence);

  /** The e-value; 0 for no items. */
  double log10E();
}
