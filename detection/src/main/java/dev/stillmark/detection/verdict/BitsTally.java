package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.stats.BinomialTail;
import dev.stillmark.detection.stats.CoinEvalue;
import dev.stillmark.detection.stats.EffectSize;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * SynthID's g-values: the set bits of all layers. Items of one group always hold the same bits, so
 * each group counts once.
 *
 * <p>The binomial tail is conservative where g-values come from a table: its cells are drawn
 * without replacement, which takes a share n / levels from the variance.
 */
final class BitsTally implements Tally {

  private final NullLaw.Bits law;
  private final BitSet seen = new BitSet();
  private long groups;
  private long ones;

  BitsTally(NullLaw.Bits law) {
    this.law = law;
  }

  private double p() {
    return (double) law.ones() / law.levels();
  }

  @Override
  public void add(int group, long score) {
    if (!seen.get(group)) {
      seen.set(group);
      groups++;
      ones += Long.bitCount(score & (1L << law.depth()) - 1);
    }
  }

  @Override
  public long scored() {
    return groups;
  }

  @Override
  public double statistic() {
    return ones;
  }

  @Override
  public double z() {
    return Distance.ofCount(groups * law.depth(), ones, p());
  }

  @Override
  public double log10P() {
    return BinomialTail.log10(groups * law.depth(), ones, law.ones(), law.levels());
  }

  @Override
  public @Nullable EffectSize effect(double confidence) {
    return groups == 0 ? null : EffectEstimate.of(law, groups, (double) ones, confidence);
  }

  @Override
  public double log10E() {
    return groups == 0 ? 0 : CoinEvalue.log10(groups * law.depth(), ones, p());
  }
}
