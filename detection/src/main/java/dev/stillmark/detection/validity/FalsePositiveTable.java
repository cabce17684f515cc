package dev.stillmark.detection.validity;

import dev.stillmark.detection.stats.ErrorRate;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * False positive rates on text that no key marked, by its length: of customary tests, which count
 * every position or every distinct window, and of the exact tail over distinct draws.
 *
 * <p>A window is a token with the tokens that seed its draw. Many windows share one draw where the
 * seed looks at less than all of them, as a minimum of hashes does.
 *
 * @param scheme its label
 * @param keys wrong keys, each with a stretch of text of its own
 */
public record FalsePositiveTable(String scheme, int keys, List<Row> rows) {

  /** The customary threshold on z, nominally passed by 3.2e-5 of unmarked texts. */
  public static final double NAIVE_Z = 4;

  /** One length. */
  public record Row(
      int tokens, ByUnit positions, ByUnit windows, ByUnit draws, List<AtLevel> levels) {}

  /**
   * z over keys where each unit is scored once.
   *
   * @param units their mean number
   * @param deviation the standard deviation of z, which is 1 where the unit is right
   * @param alarms keys whose z is above {@link #NAIVE_Z}
   */
  public record ByUnit(double units, double deviation, ErrorRate alarms) {

    static ByUnit of(List<UnitTallies.Count> byKey) {
      double mean = byKey.stream().mapToDouble(UnitTallies.Count::z).average().orElse(0);
      double variance =
          byKey.stream().mapToDouble(key -> square(key.z() - mean)).average().orElse(0);
      return new ByUnit(
          byKey.stream().mapToInt(UnitTallies.Count::units).average().orElse(0),
          Math.sqrt(variance),
          rate(byKey, key -> key.z() > NAIVE_Z));
    }

    private static double square(double x) {
      return x * x;
    }
  }

  /**
   * One nominal rate.
   *
   * @param naive keys whose p over all positions is at most alpha
   * @param exact keys whose proved p over distinct draws is at most alpha
   */
  public record AtLevel(double alpha, ErrorRate naive, ErrorRate exact) {}

  private record Outcome(UnitTallies.Counts counts, double naiveLog10P, double log10P) {}

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
    UnitTallies units = new UnitTallies(scheme, index, ids);
    Outcome[] outcomes = new Outcome[lengths.length];
    int next = 0;
    for (int i = 0; i < lengths.length; i++) {
      for (; next < lengths[i] - leading; next++) {
        units.add(leading + next, draws[next]);
      }
      outcomes[i] = new Outcome(units.counts(), units.log10POfPositions(), units.log10POfDraws());
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
    return new Row(
        tokens,
        ByUnit.of(byKey.stream().map(key -> key.counts().positions()).toList()),
        ByUnit.of(byKey.stream().map(key -> key.counts().windows()).toList()),
        ByUnit.of(byKey.stream().map(key -> key.counts().draws()).toList()),
        List.copyOf(levels));
  }

  private static <T> ErrorRate rate(List<T> byKey, Predicate<T> isAlarm) {
    return new ErrorRate(byKey.stream().filter(isAlarm).count(), byKey.size());
  }
}
