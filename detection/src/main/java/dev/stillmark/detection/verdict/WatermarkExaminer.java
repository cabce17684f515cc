package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.Coverage;
import dev.stillmark.detection.evidence.DecoyScore;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.evidence.PackedBits;
import dev.stillmark.detection.stats.BinomialTail;
import dev.stillmark.detection.stats.HypergeometricTail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statistics of a watermark: exact tail, anytime-valid e-value, decoy rank and their curve. */
final class WatermarkExaminer {

  private static final int CURVE_POINTS = 40;

  private final Descriptor.Watermark descriptor;
  private final Evidence evidence;
  private final int[] groupOf;

  private WatermarkExaminer(Descriptor.Watermark descriptor, Evidence evidence) {
    this.descriptor = descriptor;
    this.evidence = evidence;
    EvidenceSet items = evidence.items();
    int words = descriptor.decoys().scoreWords();
    if (items.scoreWords() != words) {
      throw new IllegalArgumentException(
          "items must have %d score words but have %d".formatted(words, items.scoreWords()));
    }
    this.groupOf = new int[items.size()];
    int group = -1;
    for (int i = 0; i < items.size(); i++) {
      if (i == 0 || items.group(i) != items.group(i - 1)) {
        group++;
      }
      groupOf[i] = group;
    }
  }

  static Finding.Watermark examine(Descriptor.Watermark descriptor, Evidence evidence) {
    return new WatermarkExaminer(descriptor, evidence).finding();
  }

  private Finding.Watermark finding() {
    long tokens = 0;
    long excluded = 0;
    long outOfVocabulary = 0;
    int retokenised = 0;
    for (int i = 0; i < evidence.coverage().size(); i++) {
      Coverage output = Coverage.at(evidence.coverage(), i);
      tokens += output.tokens();
      excluded += output.excluded();
      outOfVocabulary += output.outOfVocabulary();
      retokenised += output.retokenised() ? 1 : 0;
    }
    List<CurvePoint> curve = new ArrayList<>();
    Tally all = walk(curve);
    return new Finding.Watermark(
        descriptor,
        evidence.coverage().size(),
        evidence.conflicts(),
        tokens,
        excluded,
        outOfVocabulary,
        retokenised,
        all.scored(),
        all.statistic(),
        all.log10P(),
        all.log10PBound(),
        log10E(all),
        all.effect(Finding.EFFECT_CONFIDENCE),
        decoyRank(),
        evidence.items().halvings(),
        List.copyOf(curve));
  }

  /** Reveals outputs in the order of their identities and notes the evidence along the way. */
  private Tally walk(List<CurvePoint> curve) {
    EvidenceSet items = evidence.items();
    EvidenceSet coverage = evidence.coverage();
    int[] byOrder = inOrder(items);
    int[] outputs = inOrder(coverage);
    Tally tally = Tally.of(descriptor.law());
    long tokens = 0;
    int next = 0;
    int step = Math.max(1, (outputs.length + CURVE_POINTS - 1) / CURVE_POINTS);
    for (int seen = 1; seen <= outputs.length; seen++) {
      int output = outputs[seen - 1];
      tokens += Coverage.at(coverage, output).tokens();
      next = addUpTo(coverage.order(output), byOrder, next, tally);
      if (seen % step == 0 || seen == outputs.length) {
        curve.add(point(seen, tokens, tally));
      }
    }
    addUpTo(-1, byOrder, next, tally);
    return tally;
  }

  private int addUpTo(int order, int[] byOrder, int next, Tally tally) {
    EvidenceSet items = evidence.items();
    int at = next;
    while (at < byOrder.length && Integer.compareUnsigned(items.order(byOrder[at]), order) <= 0) {
      int item = byOrder[at++];
      if (!items.isConflicted(item)) {
        tally.add(groupOf[item], score(item));
      }
    }
    return at;
  }

  /** The true key's score: its own bit where decoys are packed beside it. */
  private long score(int item) {
    long word = evidence.items().score(item, 0);
    return descriptor.decoys().packed() ? word & 1 : word;
  }

  private CurvePoint point(int outputs, long tokens, Tally tally) {
    return new CurvePoint(outputs, tokens, tally.scored(), tally.log10P(), log10E(tally));
  }

  /**
   * The e-value times the weight of the sampling level, fixed in advance: 0.99, then 0.01 / 2^j.
   */
  private double log10E(Tally tally) {
    int halvings = evidence.items().halvings();
    double weight = halvings == 0 ? 0.99 : Math.scalb(0.01, -halvings);
    return tally.scored() == 0 ? 0 : StrictMath.log10(weight) + tally.log10E();
  }

  private @Nullable DecoyRank decoyRank() {
    int decoys = descriptor.decoys().count();
    if (decoys == 0) {
      return null;
    }
    double[] log10P = descriptor.decoys().packed() ? packedTails(decoys) : tailsApart(decoys);
    int atLeastAsExtreme = 0;
    for (int decoy = 1; decoy <= decoys; decoy++) {
      if (log10P[decoy] <= log10P[0]) {
        atLeastAsExtreme++;
      }
    }
    return new DecoyRank(decoys, atLeastAsExtreme);
  }

  /** All keys share the items, so that their counts alone decide. */
  private double[] packedTails(int decoys) {
    EvidenceSet items = evidence.items();
    int[] green = new int[decoys + 1];
    int distinct = 0;
    for (int i = 0; i < items.size(); i++) {
      if (!items.isConflicted(i)) {
        distinct++;
        PackedBits.count(items, i, green);
      }
    }
    double[] tails = new double[decoys + 1];
    for (int key = 0; key <= decoys; key++) {
      tails[key] = packedTail(distinct, green[key]);
    }
    return tails;
  }

  private double packedTail(int distinct, int green) {
    return switch (descriptor.law()) {
      case NullLaw.GreenList law ->
          BinomialTail.log10(distinct, green, law.greenListSize(), law.vocabularySize());
      case NullLaw.FixedList law ->
          HypergeometricTail.log10(distinct, green, law.greenListSize(), law.vocabularySize());
      case NullLaw.Coin law -> BinomialTail.log10(distinct, green, law.ones(), law.levels());
      case NullLaw.Uniform _, NullLaw.TwoUniforms _, NullLaw.Bits _ ->
          throw new IllegalArgumentException(
              "packed decoys must have one bit each but the law is " + descriptor.law());
    };
  }

  private double[] tailsApart(int decoys) {
    EvidenceSet apart = evidence.decoys();
    Tally[] tallies = new Tally[decoys + 1];
    Arrays.setAll(tallies, _ -> Tally.of(descriptor.law()));
    int[] groups = new int[decoys + 1];
    for (int i = 0; i < apart.size(); i++) {
      DecoyScore score = DecoyScore.of(apart.score(i, 0));
      if (!apart.isConflicted(i) && score.key() <= decoys) {
        boolean starts = i == 0 || apart.group(i) != apart.group(i - 1);
        groups[score.key()] += starts ? 1 : 0;
        tallies[score.key()].add(groups[score.key()], score.score());
      }
    }
    return Arrays.stream(tallies).mapToDouble(Tally::log10P).toArray();
  }

  private static int[] inOrder(EvidenceSet set) {
    long[] keyed = new long[set.size()];
    for (int i = 0; i < keyed.length; i++) {
      keyed[i] = Integer.toUnsignedLong(set.order(i)) << 31 | i;
    }
    Arrays.sort(keyed);
    int[] indices = new int[keyed.length];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = (int) keyed[i] & Integer.MAX_VALUE;
    }
    return indices;
  }
}
