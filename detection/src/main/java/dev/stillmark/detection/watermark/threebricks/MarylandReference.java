package dev.stillmark.detection.watermark.threebricks;

import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.ScoredTuples;
import java.util.BitSet;

/**
 * What three_bricks' {@code MarylandDetector} prints about one sequence.
 *
 * @param n scored tokens; the first that could be scored never is
 * @param green per payload, the green ones
 * @param payloads what they say about each payload
 */
record MarylandReference(long n, long[] green, PayloadFigures payloads) {

  static MarylandReference of(MarylandLists lists, long[] ids) {
    MarylandScheme scheme = lists.scheme();
    ScoredTuples tuples = new ScoredTuples(scheme.scoringMethod(), scheme.ngram());
    long[] green = new long[scheme.payloadMax() + 1];
    TorchGenerator generator = new TorchGenerator();
    int n = 0;
    for (int at = scheme.ngram() + 1; at < ids.length; at++) {
      if (tuples.add(ids, at)) {
        n++;
        addGreen(list(lists, lists.seedAt(ids, at), generator), scheme, ids[at], green);
      }
    }
    double[] tails = new double[green.length];
    for (int payload = 0; payload < tails.length; payload++) {
      tails[payload] = PrintedTails.maryland(scheme.tail(), n, green[payload], scheme.gamma());
    }
    return new MarylandReference(n, green, PayloadFigures.of(n, tails));
  }

  private static BitSet list(MarylandLists lists, int seed, TorchGenerator generator) {
    MarylandScheme scheme = lists.scheme();
    generator.seed(seed);
    int[] order = generator.preparedHead(scheme.greenListSize(), scheme.vocabularySize());
    BitSet list = new BitSet(scheme.vocabularySize());
    for (int i = 0; i < scheme.greenListSize(); i++) {
      list.set(order[i]);
    }
    return list;
  }

  private static void addGreen(BitSet list, MarylandScheme scheme, long token, long[] green) {
    for (int payload = 0; payload < green.length; payload++) {
      green[payload] += list.get(Math.floorMod(token + payload, scheme.vocabularySize())) ? 1 : 0;
    }
  }

  ReferenceFigures figures() {
    return new ReferenceFigures(
        n,
        green[payloads.payload()],
        (double) green[payloads.payload()],
        null,
        n == 0 ? null : payloads.least(),
        null);
  }
}
