package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.stats.BinomialTail;
import dev.stillmark.detection.stats.CoinEvalue;
import dev.stillmark.detection.stats.EffectSize;
import org.jspecify.annotations.Nullable;

/** Independent bits. */
final class CoinTally implements Tally {

  private final NullLaw.Coin law;
  private long bits;
  private long ones;

  CoinTally(NullLaw.Coin law) {
    this.law = law;
  }

  private double p() {
    return (double) law.ones() / law.levels();
  }

  @Override
  public void add(int group, long score) {
    bits++;
    ones += score & 1;
  }

  @Override
  public long scored() {
    return bits;
  }

  @Override
  public double statistic() {
    return ones;
  }

  @Override
  public double z() {
    return Distance.ofCount(bits, ones, p());
  }

  @Override
  public double log10P() {
    return BinomialTail.log10(bits, ones, law.ones(), law.levels());
  }

  @Override
  public @Nullable EffectSize effect(double confidence) {
    return bits == 0 ? null : EffectEstimate.of(law, bits, (double) ones, confidence);
  }

  @Override
  public double log10E() {
    return bits == 0 ? 0 : CoinEvalue.log10(bits, ones, p());
  }
}
