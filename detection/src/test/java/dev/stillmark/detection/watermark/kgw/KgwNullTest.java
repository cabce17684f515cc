package dev.stillmark.detection.watermark.kgw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.random.HeadMemberships;
import dev.stillmark.detection.stats.BinomialTail;
import dev.stillmark.detection.stats.GreenListEvalue;
import dev.stillmark.detection.stats.SeedCount;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.kgw.KgwScheme.Seeding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Repetitive text that no key made, under many keys: no more false alarms than promised. */
class KgwNullTest {

  private static final int VOCABULARY = 512;
  private static final int GREEN = 128;
  private static final int TOKENS = 1200;
  private static final int KEYS = 400;

  @ParameterizedTest
  @EnumSource
  void false_alarms_over_distinct_items_stay_within_their_rate(Seeding seeding) {
    long[] text = loopingText(new Random(20_261_124));
    KgwScheme scheme = new KgwScheme(VOCABULARY, 0.25, seeding, 3, false, null, 5);
    Random keys = new Random(31);
    int below = 0;
    double meanE = 0;
    int naive = 0;
    for (int i = 0; i < KEYS; i++) {
      GreenLists lists = new GreenLists(scheme, WatermarkKey.of(keys.nextLong()));
      List<SeedCount> counts = counts(lists, text);
      below += log10P(counts) <= Math.log10(0.05) ? 1 : 0;
      meanE += Math.pow(10, GreenListEvalue.log10(VOCABULARY, GREEN, counts)) / KEYS;
      naive += KgwReference.of(scheme, lists, text).p() <= 0.05 ? 1 : 0;
    }

    // Three standard errors above the nominal rate.
    assertThat(below / (double) KEYS).isLessThanOrEqualTo(0.05 + 3 * Math.sqrt(.05 * .95 / KEYS));
    assertThat(meanE).isLessThanOrEqualTo(1.3);
    // The test has teeth: windows counted as often as they occur do break the promise here.
    assertThat(naive / (double) KEYS).isGreaterThan(0.1);
  }

  private static double log10P(List<SeedCount> counts) {
    long n = counts.stream().mapToLong(SeedCount::tokens).sum();
    long s = counts.stream().mapToLong(SeedCount::green).sum();
    boolean conservative = s * VOCABULARY >= n * GREEN + VOCABULARY;
    return conservative ? BinomialTail.log10(n, s, GREEN, VOCABULARY) : 0;
  }

  private static List<SeedCount> counts(GreenLists lists, long[] text) {
    Map<Integer, int[]> bySeed = new HashMap<>();
    Set<List<Long>> seen = new HashSet<>();
    HeadMemberships scratch = lists.scheme().memberships();
    for (int i = lists.firstPosition(); i < text.length; i++) {
      int seed = lists.seedAt(text, i);
      if (seen.add(List.of((long) seed, text[i]))) {
        int[] count = bySeed.computeIfAbsent(seed, unused -> new int[2]);
        count[0]++;
        count[1] += lists.isGreenAt(text, i, scratch) ? 1 : 0;
      }
    }
    List<SeedCount> counts = new ArrayList<>();
    bySeed.values().forEach(count -> counts.add(new SeedCount(count[0], count[1], 1)));
    return counts;
  }

  /** Skewed ids, with phrases that come again and again as they do in real text. */
  private static long[] loopingText(Random random) {
    long[] text = new long[TOKENS];
    for (int i = 0; i < TOKENS; i++) {
      boolean repeats = i >= 80 && (i / 20) % 2 == 0;
      double u = random.nextDouble();
      text[i] = repeats ? text[i - 80] : (long) (VOCABULARY * u * u * u);
    }
    return text;
  }
}
