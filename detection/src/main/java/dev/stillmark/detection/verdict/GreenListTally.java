package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.stats.BinomialTail;
import dev.stillmark.detection.stats.EffectSize;
import dev.stillmark.detection.stats.GreenListEvalue;
import org.jspecify.annotations.Nullable;

/** Green tokens, drawn without replacement under each seed. */
final class GreenListTally implements Tally {

  private final NullLaw.GreenList law;
  private final SeedTally seeds = new SeedTally();

  GreenListTally(NullLaw.GreenList law) {
    this.law = law;
  }

  private double gamma() {
    return (double) law.greenListSize() / law.vocabularySize();
  }

  @Override
  public void add(int group, long score) {
    seeds.add(group, (score & 1) == 1);
  }

  @Override
  public long scored() {
    return seeds.scored();
  }

  @Override
  public double statistic() {
    return seeds.statistic();
  }

  @Override
  public double z() {
    return Distance.ofCount(seeds.scored(), seeds.statistic(), gamma());
  }

  @Override
  public double log10P() {
    return BinomialTail.log10(
        seeds.scored(), seeds.statistic(), law.greenListSize(), law.vocabularySize());
  }

  /**
   * One token per seed is exact. With several the tail is conservative from n γ + 1 on (Hoeffding
   * 1956, theorem 4, for sums of dependent-free unequal trials; sampling without replacement only
   * tightens it).
   */
  @Override
  public double log10PBound() {
    boolean proved = !seeds.hasCrowdedSeeds() || seeds.statistic() >= seeds.scored() * gamma() + 1;
    return proved ? log10P() : 0;
  }

  @Override
  public @Nullable EffectSize effect(double confidence) {
    return seeds.scored() == 0
        ? null
        : EffectEstimate.of(law, seeds.scored(), seeds.statistic(), confidence);
  }

  @Override
  public double log10E() {
    return seeds.scored() == 0
        ? 0
        : GreenListEvalue.log10(law.vocabularySize(), law.greenListSize(), seeds.counts());
  }
}
