package dev.stillmark.detection.validity;

import dev.stillmark.detection.stats.ErrorRate;
import dev.stillmark.detection.verdict.Tally;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
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
              return path.alarms(looks, log10Alpha);
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

    /** One walk along the text, with a halt wherever someone looks. */
    Alarms alarms(int[] looks, double log10Alpha) {
      BitSet[] halts = Arrays.stream(looks).mapToObj(this::halts).toArray(BitSet[]::new);
      BitSet all = new BitSet();
      Arrays.stream(halts).forEach(all::or);
      Alarms alarms = new Alarms(new boolean[looks.length], new boolean[looks.length]);
      Tally tally = Tally.of(scheme.law());
      int next = 0;
      int distinct = 0;
      for (int halt = all.nextSetBit(0); halt >= 0; halt = all.nextSetBit(halt + 1)) {
        for (; next < halt; next++) {
          if (draws[next] == distinct) {
            index.addTo(tally, distinct++);
          }
        }
        raise(alarms.byTail(), halts, halt, () -> tally.log10PBound() <= log10Alpha);
        raise(alarms.byEvalue(), halts, halt, () -> tally.log10E() >= -log10Alpha);
      }
      return alarms;
    }

    /** Draws that were read at each of so many looks. */
    private BitSet halts(int looks) {
      BitSet halts = new BitSet();
      for (int look = 1; look <= looks; look++) {
        halts.set((int) ((long) look * draws.length / looks));
      }
      return halts;
    }

    /** Figures are dear: none is asked for where all who look here have had their alarm. */
    private static void raise(boolean[] alarms, BitSet[] halts, int halt, BooleanSupplier alarm) {
      boolean matters =
          IntStream.range(0, alarms.length).anyMatch(i -> halts[i].get(halt) && !alarms[i]);
      if (matters && alarm.getAsBoolean()) {
        for (int i = 0; i < alarms.length; i++) {
          alarms[i] |= halts[i].get(halt);
        }
      }
    }
  }
}
