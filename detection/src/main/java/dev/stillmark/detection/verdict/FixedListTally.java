package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.stats.EffectSize;
import dev.stillmark.detection.stats.GreenListEvalue;
import dev.stillmark.detection.stats.HypergeometricTail;
import org.jspecify.annotations.Nullable;

/**
 * Green token types under one list: a draw of types without replacement from the vocabulary.
 *
 * <p>Types of the vocabulary share one group. Ids outside it are red without any draw and come in
 * groups of their own: as draws that were never made they can only weaken tail and e-value.
 */
final class FixedListTally implements Tally {

  private final NullLaw.FixedList law;
  private final SeedTally types = new SeedTally();

  FixedListTally(NullLaw.FixedList law) {
    this.law = law;
  }

  @Override
  public void add(int group, long score) {
    types.add(group, (score & 1) == 1);
  }

  @Override
  public long scored() {
    return types.scored();
  }

  @Override
  public double statistic() {
    return types.statistic();
  }

  /** With the variance of drawing without replacement. */
  @Override
  public double z() {
    double v = law.vocabularySize();
    double left = Math.max(0, v - types.scored()) / (v - 1);
    double z = Distance.ofCount(types.scored(), types.statistic(), law.greenListSize() / v);
    return left == 0 ? 0 : z / Math.sqrt(left);
  }

  /** Ids outside the vocabulary may bring the count above V; all of V drawn give p = 1. */
  @Override
  public double log10P() {
    int drawn = Math.min(types.scored(), law.vocabularySize());
    return HypergeometricTail.log10(
        drawn, types.statistic(), law.greenListSize(), law.vocabularySize());
  }

  @Override
  public @Nullable EffectSize effect(double confidence) {
    return scored() == 0 ? null : EffectEstimate.of(law, scored(), statistic(), confidence);
  }

  @Override
  public double log10E() {
    return types.scored() == 0
        ? 0
        : GreenListEvalue.log10(law.vocabularySize(), law.greenListSize(), types.counts());
  }
}
