package dev.stillmark.detection.validity;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.verdict.Tally;

/** The statistics of a test that takes every score that it is given for a fresh draw. */
final class NaiveTally {

  private final Tally tally;
  private int scores;

  NaiveTally(NullLaw law) {
    this.tally = Tally.of(asIfIndependent(law));
  }

  private static NullLaw asIfIndependent(NullLaw law) {
    return switch (law) {
      case NullLaw.GreenList green ->
          new NullLaw.Coin(green.greenListSize(), green.vocabularySize());
      case NullLaw.FixedList fixed ->
          new NullLaw.Coin(fixed.greenListSize(), fixed.vocabularySize());
      case NullLaw.Coin _, NullLaw.Uniform _, NullLaw.TwoUniforms _, NullLaw.Bits _ -> law;
    };
  }

  void add(long score) {
    tally.add(scores++, score);
  }

  int scores() {
    return scores;
  }

  double z() {
    return tally.z();
  }

  double log10P() {
    return tally.log10P();
  }
}
