package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.stats.GreenListEvalue;
import dev.stillmark.detection.stats.HypergeometricTail;
import dev.stillmark.detection.stats.SeedCount;
import java.util.List;

/** Green token types under one list: a draw of types without replacement from the vocabulary. */
final class FixedListTally implements Tally {

  private final NullLaw.FixedList law;
  private int types;
  private int green;

  FixedListTally(NullLaw.FixedList law) {
    this.law = law;
  }

  @Override
  public void add(int group, long score) {
    types++;
    green += (int) (score & 1);
  }

  @Override
  public long scored() {
    return types;
  }

  @Override
  public double statistic() {
    return green;
  }

  /** With the variance of drawing without replacement. */
  @Override
  public double z() {
    double v = law.vocabularySize();
    double fraction = types >= v ? 0 : (v - types) / (v - 1);
    double z = Distance.ofCount(types, green, law.greenListSize() / v);
    return fraction == 0 ? 0 : z / Math.sqrt(fraction);
  }

  @Override
  public double log10P() {
    return HypergeometricTail.log10(types, green, law.greenListSize(), law.vocabularySize());
  }

  @Override
  public double log10E() {
    return types == 0
        ? 0
        : GreenListEvalue.log10(
            law.vocabularySize(), law.greenListSize(), List.of(new SeedCount(types, green, 1)));
  }
}
