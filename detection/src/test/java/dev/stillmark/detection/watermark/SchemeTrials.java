package dev.stillmark.detection.watermark;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.verdict.Tally;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Null and power of any scheme over generated ids, each distinct draw counted once. */
public final class SchemeTrials {

  /** Under how many wrong keys p was at most 0.05 and 0.01, and the mean e-value. */
  public record FalseAlarms(int keys, int atFivePercent, int atOnePercent, double meanE) {

    /** Three standard errors above what so many keys are promised. */
    public static double bound(int keys, double alpha) {
      return keys * alpha + 3 * Math.sqrt(keys * alpha * (1 - alpha));
    }
  }

  private record Item(long seed, long item) {}

  private SchemeTrials() {}

  /** The same text under keys that it knows nothing of. */
  public static FalseAlarms falseAlarms(WatermarkScheme scheme, long[] text, int keys, long seed) {
    Random random = new Random(seed);
    int atFive = 0;
    int atOne = 0;
    double meanE = 0;
    for (int i = 0; i < keys; i++) {
      Tally tally = tally(scheme.with(scheme.drawKey(random::nextLong)), text);
      atFive += tally.log10PBound() <= Math.log10(0.05) ? 1 : 0;
      atOne += tally.log10PBound() <= -2 ? 1 : 0;
      meanE += Math.pow(10, tally.log10E()) / keys;
    }
    return new FalseAlarms(keys, atFive, atOne, meanE);
  }

  public static Tally tally(KeyedScheme keyed, long[] text) {
    Tally tally = Tally.of(keyed.scheme().law());
    PositionScorer scorer = keyed.scorer();
    Map<Long, Integer> groups = new HashMap<>();
    Set<Item> seen = new HashSet<>();
    for (int at = keyed.scheme().contextWidth() + 1; at < text.length; at++) {
      long seed = scorer.seedAt(text, at);
      if (seen.add(new Item(seed, scorer.itemAt(text, at)))) {
        int group = groups.computeIfAbsent(seed, unused -> groups.size());
        tally.add(group, scorer.scoreAt(text, at));
      }
    }
    return tally;
  }

  /** Skewed ids, with phrases that come again and again as they do in real text. */
  public static long[] loopingText(int vocabulary, int length, long seed) {
    Random random = new Random(seed);
    long[] text = new long[length];
    for (int i = 0; i < length; i++) {
      boolean repeats = i >= 80 && (i / 20) % 2 == 0;
      double u = random.nextDouble();
      text[i] = repeats ? text[i - 80] : (long) (vocabulary * u * u * u);
    }
    return text;
  }

  /** Random ids, each the best scored of so many candidates. */
  public static long[] markedText(
      KeyedScheme keyed, int vocabulary, int length, int candidates, long seed) {
    Random random = new Random(seed);
    PositionScorer scorer = keyed.scorer();
    long[] text = new long[length];
    for (int at = 0; at < length; at++) {
      text[at] = random.nextInt(vocabulary);
      for (int i = 1; i < candidates && at >= keyed.firstPosition(); i++) {
        long kept = text[at];
        long points = points(keyed, scorer.scoreAt(text, at));
        text[at] = random.nextInt(vocabulary);
        text[at] = points(keyed, scorer.scoreAt(text, at)) > points ? text[at] : kept;
      }
    }
    return text;
  }

  private static long points(KeyedScheme keyed, long score) {
    return keyed.scheme().law() instanceof NullLaw.Bits ? Long.bitCount(score) : score;
  }
}
