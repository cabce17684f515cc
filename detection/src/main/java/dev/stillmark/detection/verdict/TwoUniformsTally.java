package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.stats.DualGammaTail;
import dev.stillmark.detection.stats.EffectSize;
import dev.stillmark.detection.stats.OrderFreeSum;
import dev.stillmark.detection.stats.UniformEvalue;
import org.jspecify.annotations.Nullable;

/** Weighted exponential scores of two keys' draws. */
final class TwoUniformsTally implements Tally {

  private final NullLaw.TwoUniforms law;
  private final UniformEvalue evalue;
  private final OrderFreeSum[] logs;
  private final OrderFreeSum sum = new OrderFreeSum();
  private long items;

  TwoUniformsTally(NullLaw.TwoUniforms law) {
    this.law = law;
    this.evalue = new UniformEvalue(law.scale().levels());
    this.logs = evalue.noPairs();
  }

  @Override
  public void add(int group, long score) {
    long first = NullLaw.TwoUniforms.first(score);
    long second = NullLaw.TwoUniforms.second(score);
    items++;
    sum.add((1 - law.alpha()) * law.scale().score(first) + law.alpha() * law.scale().score(second));
    evalue.addPair(logs, law.alpha(), first, second);
  }

  @Override
  public long scored() {
    return items;
  }

  @Override
  public double statistic() {
    return sum.value();
  }

  @Override
  public double z() {
    double weights = (1 - law.alpha()) * (1 - law.alpha()) + law.alpha() * law.alpha();
    return items == 0 ? 0 : (sum.value() - items) / Math.sqrt(items * weights);
  }

  @Override
  public double log10P() {
    return items == 0 ? 0 : DualGammaTail.log10(items, law.alpha(), sum.value());
  }

  @Override
  public @Nullable EffectSize effect(double confidence) {
    return items == 0 ? null : EffectEstimate.of(law, items, sum.value(), confidence);
  }

  @Override
  public double log10E() {
    return items == 0 ? 0 : evalue.log10(logs);
  }
}
