package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.Coverage;
import dev.stillmark.detection.evidence.DecoyScore;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.PackedBits;
import dev.stillmark.detection.stats.BinomialTail;
import dev.stillmark.detection.stats.GreenListEvalue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of a green list: exact tail, anytime-valid e-value, decoy rank and their curve.
 */
final class GreenListExaminer {

  private static final int CURVE_POINTS = 40;

  private final Descriptor.GreenList descriptor;
  private final Evidence evidence;
  private final int[] seedOf;
  private final int seeds;

  private GreenListExaminer(Descriptor.GreenList descriptor, Evidence evidence) {
    this.descriptor = descriptor;
    this.evidence = evidence;
    EvidenceSet items = evidence.items();
    if (items.scoreWords() != 2) {
      throw new IllegalArgumentException(
          "green-list items must have 2 score words but have " + items.scoreWords());
    }
    this.seedOf = new int[items.size()];
    int seed = -1;
    for (int i = 0; i < items.size(); i++) {
      if (i == 0 || items.group(i) != items.group(i - 1)) {
        seed++;
      }
      seedOf[i] = seed;
    }
    this.seeds = seed + 1;
  }

  static Finding.GreenList examine(Descriptor.GreenList descriptor, Evidence evidence) {
    return new GreenListExaminer(descriptor, evidence).finding();
  }

  private Finding.GreenList finding() {
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
    SeedTally all = walk(curve);
    double log10P = log10P(all.scored(), all.statistic());
    return new Finding.GreenList(
        descriptor,
        evidence.coverage().size(),
        evidence.conflicts(),
        tokens,
        excluded,
        outOfVocabulary,
        retokenised,
        all.scored(),
        all.statistic(),
        log10P,
        isProvedConservative(all) ? log10P : 0,
        log10E(all),
        decoyRank(),
        evidence.items().halvings(),
        List.copyOf(curve));
  }

  /** Reveals outputs in the order of their identities and notes the evidence along the way. */
  private SeedTally walk(List<CurvePoint> curve) {
    EvidenceSet items = evidence.items();
    EvidenceSet coverage = evidence.coverage();
    int[] byOrder = inOrder(items);
    int[] outputs = inOrder(coverage);
    SeedTally tally = new SeedTally(seeds);
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

  private int addUpTo(int order, int[] byOrder, int next, SeedTally tally) {
    EvidenceSet items = evidence.items();
    int at = next;
    while (at < byOrder.length && Integer.compareUnsigned(items.order(byOrder[at]), order) <= 0) {
      int item = byOrder[at++];
      if (!items.isConflicted(item)) {
        tally.add(seedOf[item], isGreen(item));
      }
    }
    return at;
  }

  private boolean isGreen(int item) {
    return PackedBits.isGreen(evidence.items(), item, 0);
  }

  private CurvePoint point(int outputs, long tokens, SeedTally tally) {
    return new CurvePoint(
        outputs, tokens, tally.scored(), log10P(tally.scored(), tally.statistic()), log10E(tally));
  }

  private double log10P(int scored, int statistic) {
    return scored == 0
        ? 0
        : BinomialTail.log10(
            scored, statistic, descriptor.greenListSize(), descriptor.vocabularySize());
  }

  /**
   * One token per seed is exact. With several the tail is conservative from n γ + 1 on (Hoeffding
   * 1956, theorem 4, for sums of dependent-free unequal trials; sampling without replacement only
   * tightens it).
   */
  private boolean isProvedConservative(SeedTally tally) {
    return !tally.hasCrowdedSeeds() || tally.statistic() >= tally.scored() * descriptor.gamma() + 1;
  }

  /**
   * The e-value times the weight of the sampling level, fixed in advance: 0.99, then 0.01 / 2^j.
   */
  private double log10E(SeedTally tally) {
    int halvings = evidence.items().halvings();
    double weight = halvings == 0 ? 0.99 : Math.scalb(0.01, -halvings);
    if (tally.scored() == 0) {
      return 0;
    }
    return StrictMath.log10(weight)
        + GreenListEvalue.log10(
            descriptor.vocabularySize(), descriptor.greenListSize(), tally.counts());
  }

  private @Nullable DecoyRank decoyRank() {
    int decoys = descriptor.decoys().count();
    if (decoys == 0) {
      return null;
    }
    int[] scored = new int[decoys + 1];
    int[] green = new int[decoys + 1];
    if (descriptor.decoys().packed()) {
      countPacked(scored, green);
    } else {
      countApart(scored, green);
    }
    double truth = log10P(scored[0], green[0]);
    int atLeastAsExtreme = 0;
    for (int decoy = 1; decoy <= decoys; decoy++) {
      if (log10P(scored[decoy], green[decoy]) <= truth) {
        atLeastAsExtreme++;
      }
    }
    return new DecoyRank(decoys, atLeastAsExtreme);
  }

  private void countPacked(int[] scored, int[] green) {
    EvidenceSet items = evidence.items();
    int distinct = 0;
    for (int i = 0; i < items.size(); i++) {
      if (!items.isConflicted(i)) {
        distinct++;
        PackedBits.count(items, i, green);
      }
    }
    Arrays.fill(scored, distinct);
  }

  private void countApart(int[] scored, int[] green) {
    EvidenceSet apart = evidence.decoys();
    for (int i = 0; i < apart.size(); i++) {
      DecoyScore score = DecoyScore.of(apart.score(i, 0));
      if (!apart.isConflicted(i) && score.key() < scored.length) {
        scored[score.key()]++;
        green[score.key()] += score.green() ? 1 : 0;
      }
    }
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
