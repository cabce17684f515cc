package dev.stillmark.detection.validity;

import dev.stillmark.detection.stats.ErrorRate;
import dev.stillmark.detection.verdict.Tally;
import dev.stillmark.detection.watermark.KeyedScheme;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How often a mark is found, by its dose: the share of marked outputs among unmarked ones.
 *
 * <p>Trials draw from the same two pools under one key, so that they are independent given the
 * pools only: the bounds speak of fresh draws from these pools, not of fresh keys or texts.
 *
 * @param scheme its label
 * @param outputs outputs in one trial
 */
public record PowerTable(String scheme, int outputs, double alpha, List<Row> rows) {

  /**
   * One dose.
   *
   * @param distinctDraws mean number of distinct draws over trials
   * @param tail trials whose proved p is at most alpha
   * @param evalue trials whose e-value is at least 1/alpha
   */
  public record Row(double dose, double distinctDraws, ErrorRate tail, ErrorRate evalue) {}

  /**
   * Measures the power.
   *
   * @param marked outputs marked under this key, at least {@code outputs} of them
   * @param unmarked outputs that no key marked, at least {@code outputs} of them
   * @param doses each in [0, 1]
   * @param random uniform over 64 bits
   */
  public static PowerTable of(
      KeyedScheme keyed,
      List<long[]> marked,
      List<long[]> unmarked,
      double[] doses,
      int outputs,
      int trials,
      double alpha,
      LongSupplier random) {
    Pools pools = Pools.of(keyed, marked, unmarked);
    pools.requireAtLeast(outputs);
    double log10Alpha = StrictMath.log10(alpha);
    List<Row> rows = new ArrayList<>();
    for (double dose : doses) {
      int markedOutputs = (int) Math.round(requireDose(dose) * outputs);
      long distinct = 0;
      int byTail = 0;
      int byEvalue = 0;
      for (int trial = 0; trial < trials; trial++) {
        Tally tally = pools.draw(markedOutputs, outputs - markedOutputs, random);
        distinct += tally.scored();
        byTail += tally.log10PBound() <= log10Alpha ? 1 : 0;
        byEvalue += tally.log10E() >= -log10Alpha ? 1 : 0;
      }
      rows.add(
          new Row(
              dose,
              (double) distinct / trials,
              new ErrorRate(byTail, trials),
              new ErrorRate(byEvalue, trials)));
    }
    return new PowerTable(keyed.scheme().label(), outputs, alpha, List.copyOf(rows));
  }

  private static double requireDose(double dose) {
    if (!(dose >= 0 && dose <= 1)) {
      throw new IllegalArgumentException("doses must be within [0, 1] but one is " + dose);
    }
    return dose;
  }

  /** Marked and unmarked outputs as the numbers of their draws. */
  private record Pools(KeyedScheme keyed, DrawIndex index, int[][] marked, int[][] unmarked) {

    static Pools of(KeyedScheme keyed, List<long[]> marked, List<long[]> unmarked) {
      DrawIndex index = new DrawIndex(keyed);
      return new Pools(keyed, index, draws(index, marked), draws(index, unmarked));
    }

    private static int[][] draws(DrawIndex index, List<long[]> outputs) {
      return outputs.stream().map(index::drawsOf).toArray(int[][]::new);
    }

    void requireAtLeast(int outputs) {
      int fewest = Math.min(marked.length, unmarked.length);
      if (outputs < 1 || outputs > fewest) {
        throw new IllegalArgumentException(
            "outputs must be within 1..%d but is %d".formatted(fewest, outputs));
      }
    }

    Tally draw(int fromMarked, int fromUnmarked, LongSupplier random) {
      Tally tally = Tally.of(keyed.scheme().law());
      BitSet seen = new BitSet(index.size());
      add(marked, fromMarked, random, seen, tally);
      add(unmarked, fromUnmarked, random, seen, tally);
      return tally;
    }

    /** Moves a random choice to the pool's front and adds it. */
    private void add(int[][] pool, int count, LongSupplier random, BitSet seen, Tally tally) {
      for (int i = 0; i < count; i++) {
        int chosen = i + (int) Long.remainderUnsigned(random.getAsLong(), pool.length - i);
        int[] output = pool[chosen];
        pool[chosen] = pool[i];
        pool[i] = output;
        for (int draw : output) {
          if (!seen.get(draw)) {
            seen.set(draw);
            index.addTo(tally, draw);
          }
        }
      }
    }
  }
}
