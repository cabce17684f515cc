package dev.stillmark.detection.watermark.vllm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.stats.DualGammaTail;
import dev.stillmark.detection.stats.RealGammaTail;
import dev.stillmark.detection.verdict.Tally;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.vllm.VllmScheme.Variant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that no key made, under many keys: no more false alarms than promised. */
class VllmNullTest {

  private static final int KEYS = 300;
  private static final long SEED = 20_261_125;

  @ParameterizedTest
  @EnumSource
  void false_alarms_stay_within_their_rate_where_texts_share_an_opening(Variant variant) {
    List<long[]> texts = textsWithOneOpening();
    VllmScheme scheme = scheme(variant);
    Random keys = new Random(SEED);
    int alarms = 0;
    int perText = 0;
    double meanE = 0;
    for (int i = 0; i < KEYS; i++) {
      PositionScorer scorer = scheme.with(WatermarkKey.of(keys.nextLong() >>> 1)).scorer();
      Tally distinct = tally(scheme, scorer, texts, true);
      alarms += distinct.log10P() <= -2 ? 1 : 0;
      meanE += Math.pow(10, distinct.log10E()) / KEYS;
      perText += tally(scheme, scorer, texts, false).log10P() <= -2 ? 1 : 0;
    }

    // Three standard errors above the nominal rate of 0.01.
    assertThat(alarms / (double) KEYS)
        .as("seed %d", SEED)
        .isLessThanOrEqualTo(0.01 + 3 * Math.sqrt(0.01 * 0.99 / KEYS));
    assertThat(meanE).as("seed %d", SEED).isLessThanOrEqualTo(1.5);
    // The test has teeth: what each text says anew, added up over texts, breaks the promise.
    assertThat(perText / (double) KEYS).as("seed %d", SEED).isGreaterThan(0.1);
  }

  @ParameterizedTest
  @EnumSource
  void the_reference_needs_its_deduplication(Variant variant) {
    long[] loop = IntStream.range(0, 200).mapToLong(i -> 100 + i % 20).toArray();
    Random keys = new Random(SEED);
    int with = 0;
    int without = 0;
    for (int i = 0; i < KEYS; i++) {
      WatermarkKey key = WatermarkKey.of(keys.nextLong() >>> 1);
      VllmScheme scheme = scheme(variant);
      VllmScheme counting = new VllmScheme(variant, scheme.alpha(), 4, false, 0.01);
      with += scheme.with(key).reference(loop, new long[0]).prediction() ? 1 : 0;
      without += counting.with(key).reference(loop, new long[0]).prediction() ? 1 : 0;
    }

    assertThat(with / (double) KEYS).as("seed %d", SEED).isLessThan(0.025);
    assertThat(without / (double) KEYS).as("seed %d", SEED).isGreaterThan(0.1);
  }

  /** The factors of exact over matched tail at 1e-2, 1e-6 and 1e-20. */
  @ParameterizedTest
  @CsvSource({
    "10, 0.1, 1e-2, 1.06",
    "10, 0.1, 1e-6, 1.63",
    "10, 0.1, 1e-20, 14",
    "100, 0.1, 1e-6, 1.25",
    "1000, 0.1, 1e-20, 1.78",
    "10, 0.2, 1e-20, 63",
  })
  void the_moment_match_of_two_keys_understates_the_tail(
      long n, double alpha, double matched, double factor) {
    double variance = (1 - alpha) * (1 - alpha) + alpha * alpha;
    double score = scoreOf(n, variance, matched);

    double exact = Math.pow(10, DualGammaTail.log10(n, alpha, score));

    assertThat(exact / matched).isBetween(factor * 0.96, factor * 1.04);
  }

  private static double scoreOf(long n, double variance, double matched) {
    double low = n;
    double high = 20.0 * n + 200;
    for (int step = 0; step < 100; step++) {
      double middle = (low + high) / 2;
      boolean above = RealGammaTail.of(n / variance, middle / variance) > matched;
      low = above ? middle : low;
      high = above ? high : middle;
    }
    return low;
  }

  @Test
  void prints_a_p_of_1_for_no_tokens() {
    var figures =
        VllmScheme.dualKey(0.1).with(WatermarkKey.of(3)).reference(new long[0], new long[] {1});

    assertThat(figures.n()).isZero();
    assertThat(figures.score()).isZero();
    assertThat(figures.p()).isOne();
    assertThat(figures.prediction()).isFalse();
  }

  private static VllmScheme scheme(Variant variant) {
    return switch (variant) {
      case GUMBEL -> VllmScheme.gumbel();
      case DUAL_KEY -> VllmScheme.dualKey(0.1);
    };
  }

  private static Tally tally(
      VllmScheme scheme, PositionScorer scorer, List<long[]> texts, boolean acrossTexts) {
    Tally tally = Tally.of(scheme.law());
    Set<List<Long>> seen = new HashSet<>();
    int group = 0;
    for (long[] ids : texts) {
      if (!acrossTexts) {
        seen.clear();
      }
      for (int at = 0; at < ids.length; at++) {
        if (seen.add(List.of(scorer.seedAt(ids, at), scorer.itemAt(ids, at)))) {
          tally.add(group++, scorer.scoreAt(ids, at));
        }
      }
    }
    return tally;
  }

  /** 25 texts of a common opening of 20 tokens and 10 of their own. */
  private static List<long[]> textsWithOneOpening() {
    Random random = new Random(SEED);
    long[] opening = random.longs(20, 0, 50_000).toArray();
    return IntStream.range(0, 25)
        .mapToObj(unused -> {
          long[] text = new long[30];
          System.arraycopy(opening, 0, text, 0, 20);
          for (int at = 20; at < 30; at++) {
            text[at] = random.nextInt(50_000);
          }
          return text;
        })
        .toList();
  }
}
