package dev.stillmark.testkit;

import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.kgw.GreenLists;
import dev.stillmark.detection.watermark.kgw.KgwScheme;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * The soft green-list watermark: a constant added to the log-probability of every green token
 * (Kirchenbauer et al. 2023).
 */
final class GreenBias {

  private final GreenLists lists;
  private final double redAcceptance;
  private final double meanAcceptance;
  private final BitSet[] greenAfter;

  GreenBias(KgwScheme scheme, WatermarkKey key, double delta) {
    double greenShare = (double) scheme.greenListSize() / scheme.vocabularySize();
    this.lists = new GreenLists(scheme, key);
    this.redAcceptance = StrictMath.exp(-delta);
    this.meanAcceptance = greenShare + (1 - greenShare) * redAcceptance;
    this.greenAfter = new BitSet[scheme.vocabularySize()];
  }

  /**
   * Whether a proposed token stands. Proposing from p until one stands draws from p times e^δ on
   * green, renormalised, without ever listing the vocabulary.
   */
  boolean accepts(int previous, int token, SplittableRandom random) {
    return greenAfter(previous).get(token) || random.nextDouble() < redAcceptance;
  }

  /** The end of a text is not text: it is proposed as often as before and stays as likely. */
  boolean acceptsEnd(SplittableRandom random) {
    return random.nextDouble() < meanAcceptance;
  }

  private BitSet greenAfter(int previous) {
    BitSet known = greenAfter[previous];
    if (known == null) {
      known = lists.after(previous);
      greenAfter[previous] = known;
    }
    return known;
  }
}
