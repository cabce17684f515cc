package dev.stillmark.detection.validity;

import dev.stillmark.detection.stats.ErrorRate;
import dev.stillmark.detection.verdict.Tally;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * False positive rates on unmarked text of one who looks again and again and stops at the first
 * alarm: of an exact tail that is meant for one look, and of the e-value.
 *
 * @param scheme its label
 * @param keys wrong keys, each with a stretch of text of its own
 * @param tokens length of a stretch; looks are spread evenly over it
 */
public record PeekingTable(String scheme, int keys, int tokens, double alpha, List<Row> rows) {

  /**
   * One number of looks.
   *
   * @param tail keys whose p over distinct draws was at most alpha at some look
   * @param evalue keys whose e-value was at least 1/alpha at some look
   */
  public record Row(int looks, ErrorRate tail, ErrorRate evalue) {}

  private record Alarms(boolean[] byTail, boolean[] byEvalue) {}

  /**
   * Measures the rates.
   *
   * @param keys wrong keys, drawn independently of the text
   * @param looks numbers of looks, each within 1..tokens
   */
  public static PeekingTable of(
      WatermarkScheme scheme,
      List<WatermarkKey> keys,
      TokenStream text,
      int tokens,
      int[] looks,
      double alpha) {
    for (int number : looks) {
      if (number < 1 || number > tokens) {
        throw new IllegalArgumentException(
            "looks must be within 1..%d but one is %d".formatted(tokens, number));
      }
    }
    double log10Alpha = StrictMath.log10(alpha);
    List<Alarms> byKey =
        IntStream.range(0, keys.size())
            .parallel()
            .mapToObj(key -> {
              Path path = Path.of(scheme, keys.get(key), text.stretch(key, keys.size(), tokens));
              return new Alarms(
                  path.alarms(looks, tally -> -tally.log10PBound(), -log10Alpha),
                  path.alarms(looks, Tally::log10E, -log10Alpha));
            })
            .toList();
    List<Row> rows =
        IntStream.range(0, looks.length).mapToObj(i -> row(looks[i], i, byKey)).toList();
    return new PeekingTable(scheme.label(), keys.size(), tokens, alpha, rows);
  }

  private static Row row(int looks, int at, List<Alarms> byKey) {
    long byTail = byKey.stream().filter(key -> key.byTail()[at]).count();
    long byEvalue = byKey.stream().filter(key -> key.byEvalue()[at]).count();
    return new Row(
        looks, new ErrorRate(byTail, byKey.size()), new ErrorRate(byEvalue, byKey.size()));
  }

  /** One key's draws along its stretch of text. */
  private record Path(WatermarkScheme scheme, DrawIndex index, int[] draws) {

    static Path of(WatermarkScheme scheme, WatermarkKey key, long[] ids) {
      DrawIndex index = new DrawIndex(scheme.with(key));
      return new Path(scheme, index, index.drawsOf(ids));
    }

    /** For each number of looks whether the figure reached the threshold at one of them. */
    boolean[] alarms(int[] looks, ToDoubleFunction<Tally> figure, double threshold) {
      boolean[] alarms = new boolean[looks.length];
      for (int i = 0; i < looks.length; i++) {
        alarms[i] = alarms(looks[i], figure, threshold);
      }
      return alarms;
    }

    private boolean alarms(int looks, ToDoubleFunction<Tally> figure, double threshold) {
      Tally tally = Tally.of(scheme.law());
      int next = 0;
      int distinct = 0;
      for (int look = 1; look <= looks; look++) {
        long until = (long) look * draws.length / looks;
        for (; next < until; next++) {
          if (draws[next] == distinct) {
            index.addTo(tally, distinct++);
          }
        }
        if (figure.applyAsDouble(tally) >= threshold) {
          return true;
        }
      }
      return false;
    }
  }
}
