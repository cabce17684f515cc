package dev.stillmark.detection.validity;

import dev.stillmark.detection.stats.ErrorRate;
import dev.stillmark.detection.verdict.Tally;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * False positive rates on text that no key marked, by its length: of the customary test, which
 * counts every position, and of the exact tail over distinct draws.
 *
 * @param scheme its label
 * @param keys wrong keys, each with a stretch of text of its own
 */
public record FalsePositiveTable(String scheme, int keys, List<Row> rows) {

  /** The customary threshold on z, nominally passed by 3.2e-5 of unmarked texts. */
  public static final double NAIVE_Z = 4;

  /**
   * One length.
   *
   * @param distinctDraws mean number of distinct draws over keys
   * @param naiveZ keys whose z over all positions is above {@link #NAIVE_Z}
   */
  public record Row(int tokens, double distinctDraws, ErrorRate naiveZ, List<AtLevel> levels) {}

  /**
   * One nominal rate.
   *
   * @param naive keys whose p over all positions is at most alpha
   * @param exact keys whose proved p over distinct draws is at most alpha
   */
  public record AtLevel(double alpha, ErrorRate naive, ErrorRate exact) {}

  private record Outcome(int distinct, double naiveZ, double naiveLog10P, double log10P) {}

  /**
   * Measures the rates; the same arguments give the same table, on however many cores.
   *
   * @param keys wrong keys, drawn by {@link WatermarkScheme#drawKey} independently of the text
   * @param lengths tokens, each at most the text's length
   */
  public static FalsePositiveTable of(
      WatermarkScheme scheme,
      List<WatermarkKey> keys,
      TokenStream text,
      int[] lengths,
      double[] alphas) {
    int[] ascending = Arrays.stream(lengths).sorted().distinct().toArray();
    List<Outcome[]> byKey =
        IntStream.range(0, keys.size())
            .parallel()
            .mapToObj(key -> {
              long[] ids = text.stretch(key, keys.size(), ascending[ascending.length - 1]);
              return outcomes(scheme, keys.get(key), ids, ascending);
            })
            .toList();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ascending.length; i++) {
      int at = i;
      rows.add(row(ascending[i], byKey.stream().map(key -> key[at]).toList(), alphas));
    }
    return new FalsePositiveTable(scheme.label(), keys.size(), List.copyOf(rows));
  }

  /** One walk along the text, with a note at every length. */
  private static Outcome[] outcomes(
      WatermarkScheme scheme, WatermarkKey key, long[] ids, int[] lengths) {
    DrawIndex index = new DrawIndex(scheme.with(key));
    int[] draws = index.drawsOf(ids);
    int leading = ids.length - draws.length;
    NaiveTally naive = new NaiveTally(scheme.law());
    Tally tally = Tally.of(scheme.law());
    Outcome[] outcomes = new Outcome[lengths.length];
    int next = 0;
    int distinct = 0;
    for (int i = 0; i < lengths.length; i++) {
      for (; next < lengths[i] - leading; next++) {
        naive.add(index.score(draws[next]));
        if (draws[next] == distinct) {
          index.addTo(tally, distinct++);
        }
      }
      outcomes[i] = new Outcome(distinct, naive.z(), naive.log10P(), tally.log10PBound());
    }
    return outcomes;
  }

  private static Row row(int tokens, List<Outcome> byKey, double[] alphas) {
    List<AtLevel> levels = new ArrayList<>();
    for (double alpha : alphas) {
      double log10 = StrictMath.log10(alpha);
      levels.add(
          new AtLevel(
              alpha,
              rate(byKey, key -> key.naiveLog10P() <= log10),
              rate(byKey, key -> key.log10P() <= log10)));
    }
    double distinct = byKey.stream().mapToInt(Outcome::distinct).average().orElse(0);
    ErrorRate naiveZ = rate(byKey, key -> key.naiveZ() > NAIVE_Z);
    return new Row(tokens, distinct, naiveZ, List.copyOf(levels));
  }

  private static ErrorRate rate(List<Outcome> byKey, Predicate<Outcome> isAlarm) {
    return new ErrorRate(byKey.stream().filter(isAlarm).count(), byKey.size());
  }
}
