package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.stats.EffectSize;
import dev.stillmark.detection.stats.GammaTail;
import dev.stillmark.detection.stats.OrderFreeSum;
import dev.stillmark.detection.stats.UniformEvalue;
import org.jspecify.annotations.Nullable;

/** Exponential scores of uniform draws, whose sum of n has the law Gamma(n, 1) under Hd. */
final class UniformTally implements Tally {

  private final NullLaw.Uniform law;
  private final UniformEvalue evalue;
  private long draws;
  private final OrderFreeSum sum = new OrderFreeSum();
  private final OrderFreeSum sumOfLogs = new OrderFreeSum();

  UniformTally(NullLaw.Uniform law) {
    this.law = law;
    this.evalue = new UniformEvalue(law.scale().levels());
  }

  @Override
  public void add(int group, long score) {
    draws++;
    sum.add(law.scale().score(score));
    sumOfLogs.add(evalue.logMiddle(score));
  }

  @Override
  public long scored() {
    return draws;
  }

  @Override
  public double statistic() {
    return sum.value();
  }

  @Override
  public double z() {
    return draws == 0 ? 0 : (sum.value() - draws) / Math.sqrt((double) draws);
  }

  @Override
  public double log10P() {
    return draws == 0 ? 0 : GammaTail.log10(draws, sum.value());
  }

  @Override
  public @Nullable EffectSize effect(double confidence) {
    return draws == 0 ? null : EffectEstimate.of(law, draws, sumOfLogs.value(), confidence);
  }

  @Override
  public double log10E() {
    return draws == 0 ? 0 : evalue.log10(draws, sumOfLogs.value());
  }
}
